package dev.shopmirror.simulator.admin;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.shopmirror.simulator.http.Response;
import dev.shopmirror.simulator.shop.Shop;

/**
 * A path of the Admin API.
 *
 * @param text behind the shop, {@code admin/api/2026-10/webhooks.json}
 * @param version empty where the path has none
 * @param resource behind the version, or behind {@code oauth}
 */
record AdminPath(String text, Optional<String> version, String resource) {

    private static final Pattern VERSION = Pattern.compile("\\d{4}-\\d{2}|unstable");
    private static final int RESOURCE = 4;
    private static final int OAUTH_DEPTH = 4;

    static Optional<AdminPath> of(List<String> path) {
        String text = String.join("/", path.subList(Math.min(1, path.size()), path.size()));
        boolean versioned = path.size() > RESOURCE
                && text.startsWith("admin/api/")
                && VERSION.matcher(path.get(3)).matches();
        if (versioned) {
            String resource = String.join("/", path.subList(RESOURCE, path.size()));
            return Optional.of(new AdminPath(text, Optional.of(path.get(3)), resource));
        }
        boolean oauth = path.size() == OAUTH_DEPTH && text.startsWith("admin/oauth/");
        return oauth ? Optional.of(new AdminPath(text, Optional.empty(), path.get(3))) : Optional.empty();
    }

    boolean isForToken(String method) {
        return version.isEmpty() && method.equals("POST") && resource.equals("access_token");
    }

    boolean isGraphql(String method) {
        return version.isPresent() && method.equals("POST") && resource.equals("graphql.json");
    }

    Response withVersion(Response response) {
        return version.map(served -> response.with("X-Shopify-API-Version", served))
                .orElse(response);
    }

    Response withHeaders(Response response, Shop shop) {
        return withVersion(response)
                .with("X-Shopify-Shop-Api-Call-Limit", shop.limits().callLimit());
    }
}
