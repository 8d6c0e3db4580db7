package dev.shopmirror.admin.destination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.shopmirror.admin.shopify.Subscription;
import dev.shopmirror.admin.wanted.WantedTopic;

class WantedWebhookTest {

    private static final String ADDRESS = "https://a.example.com/api/shopify/webhooks/orders/create";

    @Test
    void orderOfFieldsMakesNoDifference() {
        assertThat(wanted(List.of("id", "note"), null).cutsAs(actual(List.of("note", "id"), null)))
                .isTrue();
    }

    @Test
    void anotherFieldOrFilterMakesADifference() {
        assertThat(wanted(List.of("id"), null).cutsAs(actual(List.of("id", "note"), null)))
                .isFalse();
        assertThat(wanted(List.of(), "id:1").cutsAs(actual(List.of(), null))).isFalse();
        assertThat(wanted(List.of(), null).cutsAs(actual(List.of(), "id:1"))).isFalse();
    }

    @Test
    void blankFilterIsNone() {
        assertThat(wanted(List.of(), null).cutsAs(actual(List.of(), " "))).isTrue();
        assertThat(new WantedTopic("orders/create", null, " ")).isEqualTo(WantedTopic.of("orders/create"));
    }

    private static WantedWebhook wanted(List<String> fields, String filter) {
        return new WantedWebhook("orders/create", ADDRESS, fields, filter);
    }

    private static Subscription actual(List<String> fields, String filter) {
        return new Subscription(1, "orders/create", ADDRESS, "json", fields, filter, null, null, null);
    }
}
