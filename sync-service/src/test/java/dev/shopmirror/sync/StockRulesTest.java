package dev.shopmirror.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.WithKafka;
import dev.shopmirror.localstack.WithPostgres;
import dev.shopmirror.sync.delivery.BatchTransaction;

/** Stock levels, inventory items and locations. */
@QuarkusTest
@WithKafka
@WithPostgres(login = PostgresLogin.SYNC)
class StockRulesTest {

    private final TestShop shop = TestShop.active();

    @Inject
    BatchTransaction transaction;

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void stockBeforeItsProductIsKept() {
        assertThat(apply("inventory_levels/update", level(4, "2026-03-01T00:00:00Z"), "2026-03-01T00:00:00Z"))
                .isEqualTo("applied");
        apply(
                "products/create",
                "{\"id\":7,\"updated_at\":\"2026-03-02T00:00:00Z\",\"variants\":[{\"id\":70,\"inventory_item_id\":5}]}",
                "2026-03-02T00:00:00Z");

        assertThat(shop.value("SELECT l.available FROM shopify_product_variant v JOIN shopify_inventory_level l "
                        + "USING (store_id, inventory_item_id) WHERE v.store_id = ?"))
                .isEqualTo(4);
    }

    @Test
    void productSaysNothingOfStock() {
        apply("inventory_levels/update", level(4, "2026-03-01T00:00:00Z"), "2026-03-01T00:00:00Z");
        apply(
                "products/update",
                "{\"id\":7,\"updated_at\":\"2026-03-02T00:00:00Z\",\"variants\":"
                        + "[{\"id\":70,\"inventory_item_id\":5,\"inventory_quantity\":99}]}",
                "2026-03-02T00:00:00Z");

        assertThat(available()).containsExactly(4);
        assertThat(shop.value("SELECT inventory_quantity FROM shopify_product_variant WHERE store_id = ?"))
                .isEqualTo(99);
    }

    @Test
    void disconnectionIsOrderedByItsTrigger() {
        apply("inventory_levels/update", level(4, "2026-03-02T00:00:00Z"), "2026-03-02T00:00:00Z");

        assertThat(apply("inventory_levels/disconnect", LEVEL_KEY, "2026-03-01T00:00:00Z"))
                .isEqualTo("stale");
        assertThat(available()).containsExactly(4);
        assertThat(apply("inventory_levels/disconnect", LEVEL_KEY, "2026-03-03T00:00:00Z"))
                .isEqualTo("applied");
        assertThat(available()).isEmpty();
        assertThat(apply("inventory_levels/connect", level(6, "2026-03-04T00:00:00Z"), "2026-03-04T00:00:00Z"))
                .isEqualTo("applied");
        assertThat(available()).containsExactly(6);
    }

    @Test
    void inventoryItemArrivesDigitForDigit() {
        apply("inventory_items/create", TestShop.payload("inventory-items-create"), "2026-03-01T14:00:00Z");

        var item = shop.row("SELECT * FROM shopify_inventory_item WHERE store_id = ?");
        assertThat(item)
                .containsEntry("id", 271878346596884015L)
                .containsEntry("cost", new BigDecimal("7.250"))
                .containsEntry("weight_value", new BigDecimal("0.35"))
                .containsEntry("weight_unit", "kg")
                .containsEntry("tracked", true)
                .containsEntry("harmonized_system_code", null);
        assertThat(shop.value("SELECT country_harmonized_system_codes -> 0 ->> 'country_code' "
                        + "FROM shopify_inventory_item WHERE store_id = ?"))
                .isEqualTo("CA");
    }

    @Test
    void lateUpdateDoesNotResurrectDeletedInventoryItem() {
        apply("inventory_items/create", TestShop.payload("inventory-items-create"), "2026-03-01T14:00:00Z");
        apply(
                "inventory_items/delete",
                "{\"id\":271878346596884015,\"country_code_of_origin\":null,\"country_harmonized_system_codes\":[],"
                        + "\"admin_graphql_api_id\":\"gid://shopify/InventoryItem/271878346596884015\"}",
                "2026-03-02T00:00:00Z");

        assertThat(apply("inventory_items/update", TestShop.payload("inventory-items-create"), "2026-03-01T15:00:00Z"))
                .isEqualTo("stale");
        assertThat(shop.values("SELECT id FROM shopify_inventory_item WHERE store_id = ?"))
                .isEmpty();
    }

    @Test
    void locationIsMirroredAndDeleted() {
        apply("locations/create", TestShop.payload("locations-create"), "2026-03-01T14:00:00Z");

        assertThat(shop.row("SELECT * FROM shopify_location WHERE store_id = ?"))
                .containsEntry("id", 866550311766439020L)
                .containsEntry("name", "Kiln yard")
                .containsEntry("country_code", "CA")
                .containsEntry("address2", null)
                .containsEntry("active", true);

        apply(
                "locations/deactivate",
                "{\"id\":866550311766439020,\"active\":false,\"updated_at\":\"2026-03-02T00:00:00Z\"}",
                "2026-03-02T00:00:00Z");
        assertThat(shop.row("SELECT name, active FROM shopify_location WHERE store_id = ?"))
                .containsEntry("name", "Kiln yard")
                .containsEntry("active", false);

        assertThat(apply("locations/delete", "{\"id\":866550311766439020}", "2026-03-03T00:00:00Z"))
                .isEqualTo("applied");
        assertThat(apply("locations/update", TestShop.payload("locations-create"), "2026-03-01T15:00:00Z"))
                .isEqualTo("stale");
        assertThat(shop.values("SELECT id FROM shopify_location WHERE store_id = ?"))
                .isEmpty();
    }

    private static final String LEVEL_KEY = "{\"inventory_item_id\":5,\"location_id\":1}";

    private String apply(String topic, String body, String triggeredAt) {
        return TestBatch.of(shop)
                .add(topic, body, triggeredAt)
                .apply(transaction)
                .get(0);
    }

    private List<Object> available() {
        return shop.values("SELECT available FROM shopify_inventory_level WHERE store_id = ?");
    }

    private static String level(int available, String updatedAt) {
        return "{\"inventory_item_id\":5,\"location_id\":1,\"available\":" + available + ",\"updated_at\":\""
                + updatedAt + "\"}";
    }
}
