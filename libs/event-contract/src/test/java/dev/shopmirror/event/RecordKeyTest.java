package dev.shopmirror.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordKeyTest {

    private static final String SHOP = "acme.myshopify.com";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "products/create;             {\"id\":788032119674292922};                 product|788032119674292922",
                "products/delete;             {\"id\":788032119674292922};                 product|788032119674292922",
                "variants/in_stock;           {\"id\":1,\"product_id\":2};                 product|2",
                "inventory_levels/update;     {\"inventory_item_id\":3,\"location_id\":4}; inventory_item|3",
                "inventory_levels/disconnect; {\"location_id\":4,\"inventory_item_id\":3}; inventory_item|3",
                "inventory_items/update;      {\"id\":3};                                  inventory_item|3",
                "locations/create;            {\"id\":4};                                  location|4",
                "app/uninstalled;             {\"id\":5};                                  app/uninstalled",
                "orders/create;               {\"id\":6};                                  orders/create"
            })
    void eventsOfOneResourceShareAKey(String topic, String body, String key) {
        assertThat(key(topic, body)).isEqualTo(SHOP + "|" + key);
    }

    @Test
    void idOfANestedObjectIsNotTheResources() {
        assertThat(key("products/update", "{\"variants\":[{\"id\":1}],\"image\":{\"id\":2},\"id\":3}"))
                .isEqualTo(SHOP + "|product|3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{\"id\":null}",
                "{\"id\":\"7\"}",
                "{\"id\":1.5}",
                "{\"id\":99999999999999999999}",
                "{\"title\":\"x"
            })
    void bodyWithoutAnIdStillHasAKey(String body) {
        assertThat(key("products/update", body)).isEqualTo(SHOP + "|products/update");
    }

    private static String key(String topic, String body) {
        return RecordKey.of(SHOP, topic, body.getBytes(UTF_8));
    }
}
