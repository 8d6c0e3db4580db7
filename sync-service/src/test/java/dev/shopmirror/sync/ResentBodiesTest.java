package dev.shopmirror.sync;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.WithKafka;
import dev.shopmirror.localstack.WithPostgres;
import dev.shopmirror.sync.delivery.BatchTransaction;

/** Shopify signs bodies, not headers: a captured body that is sent again under another topic or shop does no harm. */
@QuarkusTest
@WithKafka
@WithPostgres(login = PostgresLogin.SYNC)
class ResentBodiesTest {

    private static final String LATER = "2026-03-05T00:00:00Z";

    private final TestShop shop = TestShop.active();

    @Inject
    BatchTransaction transaction;

    @BeforeEach
    void fill() {
        TestBatch.of(shop)
                .add("products/create", TestShop.payload("products-create-two-variants"), "2026-03-01T14:10:01Z")
                .add(
                        "inventory_levels/update",
                        "{\"inventory_item_id\":5,\"location_id\":1,\"available\":3,\"updated_at\":\"2026-03-01T00:00:00Z\"}",
                        "2026-03-01T00:00:00Z")
                .add("inventory_items/create", TestShop.payload("inventory-items-create"), "2026-03-01T14:00:00Z")
                .add("locations/create", TestShop.payload("locations-create"), "2026-03-01T14:00:00Z")
                .apply(transaction);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @ParameterizedTest
    @CsvSource({
        "products-create-two-variants, products/delete",
        "products-create-two-variants, locations/update",
        "products-create-two-variants, locations/delete",
        "products-create-two-variants, inventory_items/update",
        "products-create-two-variants, inventory_items/delete",
        "products-create-two-variants, app/uninstalled",
        "products-create-two-variants, shop/update",
        "products-create-two-variants, app/scopes_update",
        "inventory-items-create, inventory_items/delete",
        "inventory-items-create, products/update",
        "inventory-items-create, products/delete",
        "inventory-items-create, locations/create",
        "inventory-items-create, app/uninstalled",
        "locations-create, locations/delete",
        "locations-create, products/update",
        "locations-create, products/delete",
        "locations-create, inventory_items/update",
        "locations-create, shop/update",
        "locations-create, app/uninstalled",
        "shop, products/update",
        "shop, products/delete",
        "shop, locations/delete",
        "scopes, products/update",
        "scopes, products/delete",
        "scopes, locations/update",
        "scopes, inventory_items/update",
        "scopes, app/uninstalled",
        "scopes, shop/update",
    })
    void capturedBodyIsRefusedUnderAnotherTopic(String payload, String topic) {
        String outcome = apply(topic, TestShop.payload(payload));

        assertThat(outcome).isEqualTo("dead_lettered: topic_mismatch");
        assertThat(everything()).isEqualTo("1 2 1 1 1 active");
    }

    @Test
    void capturedLevelDisconnectsNothing() {
        assertThat(
                        apply(
                                "inventory_levels/disconnect",
                                "{\"inventory_item_id\":5,\"location_id\":1,\"available\":3,\"updated_at\":\"2026-03-01T00:00:00Z\"}"))
                .isEqualTo("dead_lettered: topic_mismatch");
        assertThat(everything()).isEqualTo("1 2 1 1 1 active");
    }

    /** Whatever was cut away. */
    @ParameterizedTest
    @CsvSource({
        "'{\"id\":1,\"shop_id\":\"gid://shopify/Shop/1\",\"current\":[]}'",
        "'{\"id\":1,\"admin_graphql_api_id\":\"gid://shopify/InventoryItem/1\"}'",
    })
    void capturedBodyOfAnotherTypeDeletesNothing(String body) {
        assertThat(apply("products/delete", body)).isEqualTo("dead_lettered: topic_mismatch");
        assertThat(everything()).isEqualTo("1 2 1 1 1 active");
    }

    @ParameterizedTest
    @CsvSource({
        "products/update, '{\"id\":77}'",
        "products/create, '{\"id\":77,\"published_scope\":\"web\",\"admin_graphql_api_id\":\"gid://shopify/Product/77\"}'",
        "inventory_levels/update, '{\"inventory_item_id\":77,\"location_id\":1}'",
        "locations/update, '{\"id\":77}'",
        "inventory_items/update, '{\"id\":77,\"country_code_of_origin\":null,\"country_harmonized_system_codes\":[]}'",
        "products/update, '{\"id\":77,\"updated_at\":\"2026-03-01T00:00:00Z\"}'",
    })
    void capturedBodyThatSaysNothingCreatesNothing(String topic, String body) {
        assertThat(apply(topic, body)).isEqualTo("dead_lettered: topic_mismatch");
        assertThat(everything()).isEqualTo("1 2 1 1 1 active");
    }

    @ParameterizedTest
    @CsvSource({"app/uninstalled", "shop/update"})
    void bodyOfAnotherShopIsRefusedOnceTheIdIsKnown(String topic) {
        shop.change("shopify_shop_id = 1");

        assertThat(apply(topic, TestShop.payload("shop"))).isEqualTo("dead_lettered: shop_mismatch");
        assertThat(everything()).isEqualTo("1 2 1 1 1 active");
    }

    @ParameterizedTest
    @CsvSource({"app/uninstalled", "shop/update"})
    void bodyThatNamesAnotherShopIsRefused(String topic) {
        String body = TestShop.payload("shop")
                .replace("\"myshopify_domain\":null", "\"myshopify_domain\":\"other.myshopify.com\"");

        assertThat(apply(topic, body)).isEqualTo("dead_lettered: shop_mismatch");
        assertThat(everything()).isEqualTo("1 2 1 1 1 active");
    }

    @Test
    void scopesOfAnotherShopAreRefused() {
        shop.change("shopify_shop_id = 1");

        assertThat(apply("app/scopes_update", "{\"id\":1,\"shop_id\":\"gid://shopify/Shop/2\",\"current\":[]}"))
                .isEqualTo("dead_lettered: shop_mismatch");
    }

    @ParameterizedTest
    @CsvSource({"shop/redact", "customers/redact", "customers/data_request"})
    void complianceBodyOfAnotherShopIsRefused(String topic) {
        shop.change("status = 'uninstalled', uninstalled_at = '2026-01-01'");

        assertThat(apply(topic, "{\"shop_id\":954889,\"shop_domain\":\"other.myshopify.com\"}"))
                .isEqualTo("dead_lettered: shop_mismatch");
        assertThat(everything()).isEqualTo("1 2 1 1 1 uninstalled");
    }

    @ParameterizedTest
    @CsvSource({"shop/redact", "customers/redact", "customers/data_request"})
    void complianceBodyThatNamesNoShopIsRefused(String topic) {
        shop.change("status = 'uninstalled', uninstalled_at = '2026-01-01'");

        assertThat(apply(topic, "{\"shop_id\":954889}")).isEqualTo("dead_lettered: shop_mismatch");
        assertThat(everything()).isEqualTo("1 2 1 1 1 uninstalled");
    }

    @ParameterizedTest
    @CsvSource({"shop/redact", "customers/redact", "customers/data_request"})
    void complianceBodyOfAnotherIdIsRefused(String topic) {
        shop.change("status = 'uninstalled', uninstalled_at = '2026-01-01', shopify_shop_id = 1");

        assertThat(apply(topic, "{\"shop_id\":954889,\"shop_domain\":\"" + shop.domain() + "\"}"))
                .isEqualTo("dead_lettered: shop_mismatch");
        assertThat(everything()).isEqualTo("1 2 1 1 1 uninstalled");
    }

    private String apply(String topic, String body) {
        return TestBatch.of(shop).add(topic, body, LATER).apply(transaction).get(0);
    }

    /** How many products, variants, levels, items and locations there are, and the store's status. */
    private Object everything() {
        return shop.value("SELECT concat_ws(' ', (SELECT count(*) FROM shopify_product WHERE store_id = s.id), "
                + "(SELECT count(*) FROM shopify_product_variant WHERE store_id = s.id), "
                + "(SELECT count(*) FROM shopify_inventory_level WHERE store_id = s.id), "
                + "(SELECT count(*) FROM shopify_inventory_item WHERE store_id = s.id), "
                + "(SELECT count(*) FROM shopify_location WHERE store_id = s.id), s.status) FROM store s WHERE id = ?");
    }
}
