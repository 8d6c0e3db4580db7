package dev.shopmirror.admin.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.shopmirror.admin.shopify.ShopifyTopics;

class TopicScopesTest {

    @ParameterizedTest
    @CsvSource({
        "products/update,read_products",
        "products/delete,read_products",
        "variants/in_stock,read_products",
        "inventory_levels/update,read_inventory",
        "inventory_levels/disconnect,read_inventory",
        "locations/create,read_locations",
        "variants/out_of_stock,read_products",
        "customer.tags_added,read_customers",
        "customers/update,read_customers",
        "customers/merge,read_customer_merge",
        "draft_orders/create,read_draft_orders",
        "inventory_shipments/receive_items,read_inventory_shipments_received_items",
        "metaobjects/create,read_metaobjects"
    })
    void topicTakesItsScope(String topic, String scope) {
        assertThat(TopicScopes.missing(topic, List.of())).containsExactly(scope);
        assertThat(TopicScopes.missing(topic, List.of("read_themes"))).containsExactly(scope);
        assertThat(TopicScopes.missing(topic, List.of(scope))).isEmpty();
    }

    @Test
    void eitherOfTwoScopesOpensInventoryItems() {
        assertThat(TopicScopes.missing("inventory_items/update", List.of()))
                .containsExactly("read_inventory", "read_products");
        assertThat(TopicScopes.missing("inventory_items/update", List.of("read_products")))
                .isEmpty();
        assertThat(TopicScopes.missing("inventory_items/update", List.of("read_inventory")))
                .isEmpty();
    }

    @Test
    void writingIncludesReading() {
        assertThat(TopicScopes.missing("products/update", List.of("write_products")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"orders/create,2", "orders/updated,3", "fulfillments/create,2", "fulfillment_orders/split,4"})
    void anyOfSeveralScopesOpensATopic(String topic, int scopes) {
        List<String> anyOf = TopicScopes.missing(topic, List.of());

        assertThat(anyOf).hasSize(scopes);
        assertThat(anyOf).allSatisfy(scope -> assertThat(TopicScopes.missing(topic, List.of(scope)))
                .isEmpty());
    }

    @Test
    void scopesOfEveryTopicThatShopifyHasAreKnown() {
        assertThat(ShopifyTopics.all()).allMatch(TopicScopes::isKnown);
        assertThat(TopicScopes.isKnown("something/new")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"app/uninstalled", "app/scopes_update", "shop/update", "something/new"})
    void nothingIsMissingWhereNothingIsKnownToBeNeeded(String topic) {
        assertThat(TopicScopes.missing(topic, List.of())).isEmpty();
    }
}
