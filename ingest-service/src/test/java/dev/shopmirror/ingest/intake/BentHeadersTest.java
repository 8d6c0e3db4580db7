package dev.shopmirror.ingest.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.shopmirror.event.EventHeaders;
import dev.shopmirror.event.ShopDomain;
import dev.shopmirror.event.fuzzing.BentDelivery;
import dev.shopmirror.event.fuzzing.Choices;
import dev.shopmirror.event.fuzzing.Fuzzing;
import dev.shopmirror.event.fuzzing.ShopifyTopics;

class BentHeadersTest {

    private static final List<String> NAMES = List.of(
            "X-Shopify-Topic",
            "shopify-topic",
            "X-Shopify-Shop-Domain",
            "SHOPIFY-SHOP-DOMAIN",
            "X-Shopify-Hmac-Sha256",
            "shopify-hmac-sha256",
            "X-Shopify-Hmac-SHA256",
            "x-shopify-",
            "shopify-",
            "X-Shopify-Webhook-Id",
            "x-x-shopify-topic",
            "received-at",
            "source",
            "Content-Length");

    @Test
    void headersHaveOneSpellingAndTheSignatureIsNeverPublished() {
        Fuzzing.cases(10_000).check(BentHeadersTest::headersHaveOneSpellingAndTheSignatureIsNeverPublished);
    }

    static void headersHaveOneSpellingAndTheSignatureIsNeverPublished(Choices choices) {
        String pathTopic = ShopifyTopics.any(choices);
        byte[] body = BentDelivery.body(pathTopic, choices);
        List<Map.Entry<String, String>> http = new ArrayList<>();
        for (int i = choices.below(10); i > 0; i--) {
            String name = choices.oneIn(4) ? text(choices, 20) : choices.of(NAMES);
            http.add(Map.entry(name, choices.oneIn(3) ? "Acme.myshopify.com" : text(choices, 40)));
        }

        DeliveryHeaders headers = DeliveryHeaders.of(http);

        headers.asMap().forEach((name, value) -> {
            assertThat(name).startsWith(EventHeaders.PREFIX).isEqualTo(name.toLowerCase(Locale.ROOT));
            assertThat(value).isNotBlank().isEqualTo(value.strip());
        });
        Optional<String> shop = ShopDomain.parse(headers.shop());
        Optional<String> topic = headers.topic(pathTopic);
        if (shop.isPresent() && topic.isPresent()) {
            assertPublishable(shop.get(), topic.get(), new Delivery(headers, pathTopic, body, Instant.EPOCH));
        }
        assertThat(LogText.printable(headers.webhookId())).hasSizeLessThanOrEqualTo(301);
    }

    private static String text(Choices choices, int maxLength) {
        return new String(choices.bytes(maxLength), ISO_8859_1);
    }

    private static void assertPublishable(String shop, String topic, Delivery delivery) {
        var event = new AdmittedDelivery(shop, topic, "client", delivery).toRecord();

        assertThat(event.key()).startsWith(shop + '|');
        assertThat(event.value()).isSameAs(delivery.body());
        assertThat(event.headers().headers(EventHeaders.HMAC)).isEmpty();
        for (String ours :
                List.of(EventHeaders.TOPIC, EventHeaders.SHOP_DOMAIN, EventHeaders.SOURCE, EventHeaders.RECEIVED_AT)) {
            assertThat(event.headers().headers(ours)).hasSize(1);
        }
    }
}
