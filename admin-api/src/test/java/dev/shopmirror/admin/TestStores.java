package dev.shopmirror.admin;

import static io.restassured.RestAssured.given;

import java.util.Map;
import java.util.UUID;

/** Stores for tests, each of a shop of its own. */
public final class TestStores {

    private TestStores() {}

    public static String newDomain() {
        return "test-" + UUID.randomUUID() + ".myshopify.com";
    }

    /** The id of a store whose shop the simulator holds. */
    public static String register(String shopDomain) {
        Simulator.openShop(shopDomain);
        return register(shopDomain, Simulator.ACCESS_TOKEN);
    }

    public static String register(String shopDomain, String accessToken) {
        return register(Map.of("shopDomain", shopDomain, "name", "Acme", "accessToken", accessToken));
    }

    public static String register(Map<String, Object> store) {
        return given().auth()
                .oauth2(Tokens.operator())
                .contentType("application/json")
                .body(store)
                .post("/api/admin/stores")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
