package dev.shopmirror.admin.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryKeyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"b54557e4-bdd9-4b37-8a5f-bf7d70bcd043", "kafka:shopify.webhooks-3-17", "../?#%", "ä\nö", ""})
    void anyKeyIsOneSegmentOfAnAddress(String webhookId) {
        DeliveryKey key = new DeliveryKey("acme.myshopify.com", "products/update", webhookId);

        assertThat(key.id()).matches("[A-Za-z0-9_-]+");
        assertThat(DeliveryKey.parse(key.id())).contains(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "YWNtZQ", "1"})
    void textThatIsNoIdIsNone(String text) {
        assertThat(DeliveryKey.parse(text)).isEmpty();
    }

    @Test
    void keysThatReadAlikeHaveIdsOfTheirOwn() {
        assertThat(new DeliveryKey("a", "bc", "d").id()).isNotEqualTo(new DeliveryKey("ab", "c", "d").id());
    }
}
