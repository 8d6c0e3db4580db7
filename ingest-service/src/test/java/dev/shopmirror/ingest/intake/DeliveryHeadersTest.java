package dev.shopmirror.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryHeadersTest {

    @Test
    void bothGenerationsOfNamesBecomeOne() {
        var headers = DeliveryHeaders.of(List.of(
                entry("X-Shopify-Webhook-Id", "w"),
                entry("shopify-shop-domain", "acme.myshopify.com"),
                entry("Shopify-Hmac-SHA256", "s"),
                entry("User-Agent", "Shopify-Captain-Hook")));

        assertThat(headers.asMap())
                .containsExactly(
                        entry("x-shopify-webhook-id", "w"),
                        entry("x-shopify-shop-domain", "acme.myshopify.com"),
                        entry("x-shopify-hmac-sha256", "s"));
        assertThat(headers.webhookId()).isEqualTo("w");
        assertThat(headers.shop()).isEqualTo("acme.myshopify.com");
        assertThat(headers.signature()).isEqualTo("s");
    }

    @Test
    void firstValueThatIsNotBlankCounts() {
        var headers = DeliveryHeaders.of(List.of(
                entry("X-Shopify-Hmac-Sha256", " "),
                entry("x-shopify-hmac-sha256", " first "),
                entry("shopify-hmac-sha256", "second")));

        assertThat(headers.signature()).isEqualTo("first");
    }

    @Test
    void absentIsAbsent() {
        var headers = DeliveryHeaders.of(List.of());

        assertThat(headers.signature()).isNull();
        assertThat(headers.shop()).isNull();
        assertThat(headers.webhookId()).isNull();
        assertThat(headers.topic("")).isEmpty();
    }

    @Test
    void headerDecidesTheTopic() {
        var headers = DeliveryHeaders.of(List.of(entry("X-Shopify-Topic", "products/delete")));

        assertThat(headers.topic("products/update")).contains("products/delete");
    }

    @ParameterizedTest
    @CsvSource({
        "products/update, products/update",
        "products/update/, products/update",
        "/products/update//, products/update",
        "customer.tags_added, customer.tags_added"
    })
    void pathIsTheFallback(String path, String topic) {
        var blank = DeliveryHeaders.of(List.of(entry("X-Shopify-Topic", "  ")));

        assertThat(blank.topic(path)).contains(topic);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", " ", "//"})
    void emptyPathNamesNoTopic(String path) {
        assertThat(DeliveryHeaders.of(List.of()).topic(path)).isEmpty();
    }

    @Test
    void headersOfTheBodyAreKeptForTheLog() {
        Map<String, String> content = DeliveryHeaders.of(List.of(
                        entry("content-type", "application/json"),
                        entry("Content-Encoding", "gzip"),
                        entry("Transfer-Encoding", "chunked"),
                        entry("Authorization", "Bearer x")))
                .content();

        assertThat(content).containsOnlyKeys("content-type", "Content-Encoding", "Transfer-Encoding");
    }
}
