package dev.shopmirror.admin.destination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownTopicsTest {

    private static final KnownTopics KNOWN = new KnownTopics(List.of("holograms/projected"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "products/update",
                "orders/partially_fulfilled",
                "fulfillment_orders/split",
                "fulfillment_orders/cancelled",
                "inventory_shipments/update_tracking",
                "customer.tags_added",
                "variants/out_of_stock",
                "holograms/projected"
            })
    void topicIsKnown(String topic) {
        assertThat(KNOWN.contains(topic)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders", "orders/", "orders/update", "shop/redact", "customers/redact", ""})
    void topicIsNotKnown(String topic) {
        assertThat(KNOWN.contains(topic)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"inventory/changed", "x/y", ""})
    void farAwayTopicIsLikeNone(String topic) {
        assertThat(KNOWN.nearest(topic)).isEmpty();
    }
}
