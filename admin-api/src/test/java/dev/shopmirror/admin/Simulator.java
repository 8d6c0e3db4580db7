package dev.shopmirror.admin;

import static io.restassured.RestAssured.given;

import java.util.List;
import java.util.Map;

import io.restassured.specification.RequestSpecification;

/** The simulated Shopify of the tests, seen from outside: through its Admin API. */
public final class Simulator {

    /** Opens every shop of the simulator. */
    public static final String ACCESS_TOKEN = "shpat_simulator_0123456789abcdef";

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
