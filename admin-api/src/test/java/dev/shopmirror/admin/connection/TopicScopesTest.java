package dev.shopmirror.admin.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicScopesTest {

    @ParameterizedTest
    @CsvSource({
        "products/update,read_products",
        "products/delete,read_products",
        "variants/in_stock,read_products",
        "inventory_levels/update,read_inventory",
        "inventory_levels/disconnect,read_inventory",
        "locations/create,read_locations",
        "orders/create,read_orders"
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
    @ValueSource(strings = {"app/uninstalled", "app/scopes_update", "shop/update", "something/new"})
    void nothingIsMissingWhereNothingIsKnownToBeNeeded(String topic) {
        assertThat(TopicScopes.missing(topic, List.of())).isEmpty();
    }
}
