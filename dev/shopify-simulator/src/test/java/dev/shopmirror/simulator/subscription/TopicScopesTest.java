package dev.shopmirror.simulator.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicScopesTest {

    @ParameterizedTest
    @CsvSource({
        "products/update, read_products",
        "products/update, write_products",
        "variants/in_stock, read_products",
        "inventory_levels/update, read_inventory",
        "inventory_items/update, read_inventory",
        "inventory_items/update, read_products",
        "locations/create, read_locations",
        "orders/updated, read_orders",
        "customer.tags_added, read_customers",
        "app/uninstalled, read_nothing",
        "shop/update, read_nothing",
        "bulk_operations/finish, read_nothing"
    })
    void scopeAllowsItsTopics(String topic, String scope) {
        assertThat(TopicScopes.allow(List.of("read_themes", scope), topic)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "products/update, read_inventory",
        "products/update, read_product_listings",
        "inventory_levels/update, read_products",
        "locations/create, read_inventory",
        "orders/updated, read_products",
        "customer.tags_added, read_orders"
    })
    void otherScopesDoNot(String topic, String scope) {
        assertThat(TopicScopes.allow(List.of(scope), topic)).isFalse();
        assertThat(TopicScopes.allow(List.of(), topic)).isFalse();
    }
}
