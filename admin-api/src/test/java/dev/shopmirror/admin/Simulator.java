package dev.shopmirror.admin;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.lessThan;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;

/** The simulated Shopify of the tests, seen from outside: through its Admin API. */
public final class Simulator {

    /** Opens every shop of the simulator. */
    public static final String ACCESS_TOKEN = "shpat_simulator_0123456789abcdef";

    /** The app, to Shopify. */
    static final String CLIENT_ID = "simulated-client-id";

    public static final String CLIENT_SECRET = "shpss_simulated_0123456789abcdef";

    private Simulator() {}

    /** A shop exists from its first mention on. */
    public static void openShop(String shopDomain) {
        given().baseUri(url())
                .get("/_control/" + shopDomain + "/products")
                .then()
                .statusCode(200);
    }

    public static long subscribe(String shopDomain, String topic, String address) {
        Map<String, Object> webhook = Map.of("topic", topic, "address", address, "format", "json");
        return admin().contentType("application/json")
                .body(Map.of("webhook", webhook))
                .post(webhooks(shopDomain))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("webhook.id");
    }

    public static void unsubscribe(String shopDomain, long id) {
        admin().delete("/" + shopDomain + "/admin/api/2026-10/webhooks/" + id + ".json")
                .then()
                .statusCode(200);
    }

    public static List<String> addresses(String shopDomain) {
        return admin().get(webhooks(shopDomain))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("webhooks.address");
    }

    /** The access token of a new expiring pair, and its refresh token; earlier pairs are void. */
    public static Map<String, String> issueTokens(String shopDomain) {
        return control("POST", shopDomain, "tokens", Map.of()).getMap("");
    }

    public static void expireAccessTokens(String shopDomain) {
        control("POST", shopDomain, "expire-access-tokens", Map.of());
    }

    /** Any of {@code expiresIn}, {@code tellsExpiry}, {@code refusesRefresh} and {@code refusesClientCredentials}. */
    public static void tokenRules(String shopDomain, Map<String, Object> rules) {
        control("PUT", shopDomain, "token-rules", rules);
    }

    public static void scopes(String shopDomain, String... scopes) {
        control("PUT", shopDomain, "scopes", Map.of("scopes", List.of(scopes)));
    }

    /** What goes wrong with calls to the shop, and with no other, until {@link #clearFaults}: see the simulator's README. */
    public static void fault(String shopDomain, Map<String, Object> fault) {
        control("PUT", shopDomain, "admin-faults", Map.of("faults", List.of(fault)));
    }

    public static void clearFaults(String shopDomain) {
        control("PUT", shopDomain, "admin-faults", Map.of("faults", List.of()));
    }

    /** Any of {@code restPerSecond}, {@code restBucket}, {@code graphqlPerSecond} and {@code graphqlBucket}. */
    public static void limits(String shopDomain, Map<String, Object> limits) {
        control("PUT", shopDomain, "admin-limits", limits);
    }

    /** Calls that came in: {@code total}, {@code rest}, {@code graphql}, {@code throttledGraphql} and so on. */
    public static long calls(String shopDomain, String which) {
        return given().baseUri(url())
                .get("/_control/" + shopDomain + "/admin-calls")
                .jsonPath()
                .getLong(which);
    }

    public static void uninstall(String shopDomain) {
        control("POST", shopDomain, "uninstall", Map.of());
    }

    public static void reinstall(String shopDomain, String accessToken) {
        control("POST", shopDomain, "reinstall", Map.of("access_token", accessToken));
    }

    private static JsonPath control(String method, String shopDomain, String call, Map<String, Object> body) {
        return given().baseUri(url())
                .contentType("application/json")
                .body(body)
                .request(method, "/_control/" + shopDomain + "/" + call)
                .then()
                .statusCode(lessThan(300))
                .extract()
                .jsonPath();
    }

    /** Puts a product of so many variants into the shop; answers its {@code updated_at}. */
    public static Instant putProduct(String shopDomain, long id, int variants) {
        List<Map<String, Object>> each = IntStream.rangeClosed(1, variants)
                .mapToObj(number -> Map.<String, Object>of("option1", "Value " + number, "price", "19.99"))
                .toList();
        String updatedAt = given().baseUri(url())
                .contentType("application/json")
                .body(Map.of("title", "Tripod", "variants", each))
                .put("/_control/" + shopDomain + "/products/" + id)
                .then()
                .statusCode(lessThan(300))
                .extract()
                .path("product.updated_at");
        return OffsetDateTime.parse(updatedAt).toInstant();
    }

    private static RequestSpecification admin() {
        return given().baseUri(url()).header("X-Shopify-Access-Token", ACCESS_TOKEN);
    }

    private static String webhooks(String shopDomain) {
        return "/" + shopDomain + "/admin/api/2026-10/webhooks.json";
    }

    private static String url() {
        return Tokens.setting(AdminEnvironment.SIMULATOR_URL);
    }
}
