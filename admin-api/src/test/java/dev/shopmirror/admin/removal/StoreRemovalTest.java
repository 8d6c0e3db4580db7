package dev.shopmirror.admin.removal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.shopmirror.admin.Database;
import dev.shopmirror.admin.LogRecorder;
import dev.shopmirror.admin.TestStores;
import dev.shopmirror.admin.Tokens;
import dev.shopmirror.admin.WithAdminEnvironment;
import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.WithPostgres;

@QuarkusTest
@WithPostgres(login = PostgresLogin.ADMIN)
@WithAdminEnvironment
class StoreRemovalTest {

    private static final String VERSION = "now(), now(), 'w'";

    private String shop;
    private String store;

    @BeforeEach
    void fillStore() {
        shop = TestStores.newDomain();
        store = TestStores.register(shop, "shpat_1");
        insert("shopify_product (store_id, id, version_at, version_triggered_at, version_webhook_id)", "1, " + VERSION);
        insert("shopify_product_variant (store_id, id, product_id)", "11, 1");
        insert("shopify_product_variant (store_id, id, product_id)", "12, 1");
        insert(
                "shopify_inventory_level (store_id, inventory_item_id, location_id, version_at, version_triggered_at,"
                        + " version_webhook_id)",
                "1, 1, " + VERSION);
        insert(
                "shopify_inventory_item (store_id, id, version_at, version_triggered_at, version_webhook_id)",
                "1, " + VERSION);
        insert(
                "shopify_location (store_id, id, version_at, version_triggered_at, version_webhook_id)",
                "1, " + VERSION);
        insert(
                "webhook_subscription (store_id, webhook_id, topic, address, base_url)",
                "7, 'products/update', 'https://a.example.com/x', 'https://a.example.com'");
        Database.update(
                "INSERT INTO webhook_delivery (shop_domain, topic, webhook_id, received_at, committed_at, outcome, source,"
                        + " kafka_topic, kafka_partition, kafka_offset)"
                        + " VALUES (?, 'products/update', 'w', now(), now(), 'applied', 'webhook', 't', 0, 0)",
                shop);
    }

    @Test
    void whatWouldGoIsSaidFirstAndNothingIsTouched() {
        remove("")
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("confirmation-required"))
                .body("detail", containsString("1 products, 2 variants, 1 inventory levels"))
                .body("detail", containsString("unregister them first"))
                .body("detail", containsString("?confirm=" + shop))
                .body("confirm", equalTo(shop))
                .body("wouldRemove.products", equalTo(1))
                .body("wouldRemove.variants", equalTo(2))
                .body("wouldRemove.inventoryLevels", equalTo(1))
                .body("wouldRemove.inventoryItems", equalTo(1))
                .body("wouldRemove.locations", equalTo(1))
                .body("wouldRemove.webhookSubscriptions", equalTo(1))
                .body("wouldRemove.deliveriesKept", equalTo(1));
        assertThat(count("shopify_product_variant")).isEqualTo("2");
    }

    @Test
    void anotherShopsNameConfirmsNothing() {
        remove("?confirm=" + TestStores.newDomain()).statusCode(409);
        remove("?confirm=true").statusCode(409);
        remove("?confirm=").statusCode(409);
        assertThat(count("shopify_product")).isEqualTo("1");
    }

    @Test
    void confirmedRemovalTakesTheMirrorAndLeavesTheDeliveries() {
        try (LogRecorder log = LogRecorder.open()) {
            remove("?confirm=" + shop)
                    .statusCode(200)
                    .body("success", equalTo(true))
                    .body("storeId", equalTo(store))
                    .body("removed.variants", equalTo(2))
                    .body("message", containsString("1 deliveries are kept"));
            assertThat(log.lines())
                    .anyMatch(line -> line.startsWith("audit ")
                            && line.contains("Store removed actor=olga@example.com store=" + store + " shop=" + shop));
        }
        for (String table : new String[] {
            "shopify_product",
            "shopify_product_variant",
            "shopify_inventory_level",
            "shopify_inventory_item",
            "shopify_location",
            "webhook_subscription"
        }) {
            assertThat(count(table)).as(table).isEqualTo("0");
        }
        assertThat(Database.text("SELECT count(*) FROM webhook_delivery WHERE shop_domain = ?", shop))
                .isEqualTo("1");
        remove("?confirm=" + shop).statusCode(404);
    }

    @Test
    void removedShopCanBeRegisteredAnew() {
        remove("?confirm=" + shop.toUpperCase()).statusCode(200);

        assertThat(TestStores.register(shop, "shpat_2")).isNotEqualTo(store);
    }

    @Test
    void onlyAnOperatorOfTheStoreRemovesIt() {
        String other = UUID.randomUUID().toString();

        removeAs(Tokens.viewer(), "?confirm=" + shop).statusCode(403);
        removeAs(Tokens.limitedTo("operator", other), "?confirm=" + shop)
                .statusCode(403)
                .body("code", equalTo("store-forbidden"));
        removeAs(Tokens.limitedTo("operator", store), "?confirm=" + shop).statusCode(200);
    }

    private ValidatableResponse remove(String query) {
        return removeAs(Tokens.operator(), query);
    }

    private ValidatableResponse removeAs(String token, String query) {
        return given().auth()
                .oauth2(token)
                .delete("/api/admin/stores/" + store + query)
                .then();
    }

    private void insert(String into, String values) {
        Database.update("INSERT INTO " + into + " VALUES (?::uuid, " + values + ")", store);
    }

    private String count(String table) {
        return Database.text("SELECT count(*) FROM " + table + " WHERE store_id = ?::uuid", store);
    }
}
