package dev.shopmirror.simulator.admin;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

import dev.shopmirror.simulator.http.Request;
import dev.shopmirror.simulator.http.Response;
import dev.shopmirror.simulator.json.InvalidBody;
import dev.shopmirror.simulator.shop.Shop;
import dev.shopmirror.simulator.shop.Shops;

/**
 * {@code /{shop}/admin/api/{version}/webhooks…}: who may come in, and to what. Paths and bodies: Shopify's REST Admin
 * API reference, resource "Webhook".
 */
public final class AdminApi implements Function<Request, Response> {

    private static final Pattern VERSION = Pattern.compile("\\d{4}-\\d{2}|unstable");
    private static final int DEPTH = 5;
    private static final String UNAUTHORISED =
            "[API] Invalid API key or access token (unrecognized login or wrong password)";

    private final Shops shops;

    /** @param shops those that can be called */
    public AdminApi(Shops shops) {
        this.shops = shops;
    }

    @Override
    public Response apply(Request request) {
        List<String> path = request.path();
        boolean adminCall = path.size() >= DEPTH
                && path.get(1).equals("admin")
                && path.get(2).equals("api")
                && VERSION.matcher(path.get(3)).matches();
        Optional<Shop> shop = adminCall ? shops.find(path.get(0)) : Optional.empty();
        return shop.map(found -> withCallHeaders(answer(found, request), path.get(3)))
                .orElseGet(() -> Response.of(404, WebhookJson.errors("Not Found")));
    }

    private Response answer(Shop shop, Request request) {
        String token = request.header("X-Shopify-Access-Token").orElse("");
        if (!shops.accepts(shop, token)) {
            return Response.of(401, WebhookJson.errors(UNAUTHORISED));
        }
        try {
            return new WebhookCalls(shop)
                    .answer(
                            request,
                            String.join(
                                    "/",
                                    request.path().subList(4, request.path().size())));
        } catch (InvalidBody e) {
            return Response.of(400, WebhookJson.errors(e.reason()));
        }
    }

    /** No limit is simulated: every call finds the bucket as good as empty. */
    private static Response withCallHeaders(Response response, String version) {
        return response.with("X-Shopify-API-Version", version).with("X-Shopify-Shop-Api-Call-Limit", "1/40");
    }
}
