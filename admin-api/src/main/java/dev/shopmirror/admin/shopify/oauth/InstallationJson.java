package dev.shopmirror.admin.shopify.oauth;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What tells of a token, by REST in two answers, by GraphQL in one. Unknown fields are passed over. */
public final class InstallationJson {

    private static final Pattern GID = Pattern.compile("gid://shopify/Shop/(\\d{1,18}|[1-8]\\d{18})");

    private InstallationJson() {}

    /** Of {@code shop.json}. */
    public static long shopId(String body, String shopDomain, ObjectMapper mapper) {
        JsonNode shop = OAuthJson.parse(body, mapper).path("shop");
        if (!shop.path("id").canConvertToLong()) {
            throw withoutId();
        }
        requireDomain(shop.path("myshopify_domain").asText(""), shopDomain);
        return shop.path("id").asLong();
    }

    /** Of {@code access_scopes.json}. */
    public static List<String> scopes(String body, ObjectMapper mapper) {
        return handles(OAuthJson.parse(body, mapper).path("access_scopes"));
    }

    /** @param data with {@code shop} and {@code currentAppInstallation} */
    static Installation ofQuery(JsonNode data, String shopDomain) {
        Matcher gid = GID.matcher(data.path("shop").path("id").asText());
        if (!gid.matches()) {
            throw withoutId();
        }
        requireDomain(data.path("shop").path("myshopifyDomain").asText(""), shopDomain);
        return new Installation(
                Long.parseLong(gid.group(1)),
                handles(data.path("currentAppInstallation").path("accessScopes")));
    }

    private static List<String> handles(JsonNode scopes) {
        if (!scopes.isArray()) {
            throw OAuthJson.unexpected("there is no list of scopes");
        }
        List<String> handles = new ArrayList<>();
        scopes.forEach(scope -> handles.add(scope.path("handle").asText()));
        return handles.stream().filter(handle -> !handle.isEmpty()).sorted().toList();
    }

    private static void requireDomain(String told, String shopDomain) {
        if (!told.isEmpty() && !told.equalsIgnoreCase(shopDomain)) {
            throw OAuthJson.unexpected("the answer is about another shop");
        }
    }

    private static RuntimeException withoutId() {
        return OAuthJson.unexpected("the shop has no id");
    }
}
