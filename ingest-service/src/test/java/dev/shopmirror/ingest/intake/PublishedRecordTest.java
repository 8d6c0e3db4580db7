package dev.shopmirror.ingest.intake;

import static dev.shopmirror.ingest.intake.PublishedRecords.header;
import static dev.shopmirror.ingest.intake.PublishedRecords.headerNames;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import io.quarkus.test.junit.QuarkusTest;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

import dev.shopmirror.localstack.WithKafka;

@QuarkusTest
@WithKafka
@WithSecrets
class PublishedRecordTest {

    @Test
    void bytesInKafkaAreTheBytesPosted() {
        byte[] escaped = "{\"title\":\"Caf\u00e9 \\u0026 <\u00fc>\\/x\" ,  \"id\":1}\n".getBytes(UTF_8);
        byte[] invalidUtf8 = {'{', '"', (byte) 0xC3, (byte) 0x28, 0, (byte) 0xFF, '"'};
        byte[] brokenJson = "{\"id\":788032119674292922,".getBytes(UTF_8);

        assertThat(posted("products/update", escaped).value()).isEqualTo(escaped);
        assertThat(posted("products/update", invalidUtf8).value()).isEqualTo(invalidUtf8);
        assertThat(posted("products/update", brokenJson).value()).isEqualTo(brokenJson);
        assertThat(posted("products/update", new byte[0]).value()).isEmpty();
    }

    @Test
    void allEventsOfAProductShareAKey() {
        assertThat(posted("products/update", "{\"id\":788032119674292922}".getBytes(UTF_8))
                        .key())
                .isEqualTo("acme.myshopify.com|product|788032119674292922");
        assertThat(posted("products/delete", "{\"id\":788032119674292922}".getBytes(UTF_8))
                        .key())
                .isEqualTo("acme.myshopify.com|product|788032119674292922");
        assertThat(posted("products/update", "no json".getBytes(UTF_8)).key())
                .isEqualTo("acme.myshopify.com|products/update");
    }

    @Test
    void headersAreShopifysInOneSpellingAndOursAndNeverTheSignature() {
        byte[] body = "{\"id\":1}".getBytes(UTF_8);
        String webhookId = TestDelivery.newWebhookId();
        Instant before = Instant.now();
        ConsumerRecord<String, byte[]> found;
        try (PublishedRecords records = new PublishedRecords()) {
            TestDelivery.unsigned(body)
                    .header("shopify-hmac-sha256", Signing.sign(Signing.CLIENT, body))
                    .header("X-Shopify-Shop-Domain", "ACME.myshopify.com")
                    .header("shopify-webhook-id", webhookId)
                    .header("X-SHOPIFY-TRIGGERED-AT", "2025-07-10T16:15:47.912552336Z")
                    .header("X-Shopify-Product-Id", "1")
                    .header("Authorization", "Bearer of-a-proxy")
                    .post("/api/shopify/webhooks/products/update")
                    .then()
                    .statusCode(200);
            found = records.of(webhookId);
        }

        assertThat(headerNames(found))
                .containsExactlyInAnyOrder(
                        "x-shopify-webhook-id",
                        "x-shopify-triggered-at",
                        "x-shopify-product-id",
                        "x-shopify-shop-domain",
                        "x-shopify-topic",
                        "received-at",
                        "source");
        assertThat(header(found, "x-shopify-shop-domain")).isEqualTo("acme.myshopify.com");
        assertThat(header(found, "x-shopify-topic")).isEqualTo("products/update");
        assertThat(header(found, "x-shopify-triggered-at")).isEqualTo("2025-07-10T16:15:47.912552336Z");
        assertThat(header(found, "source")).isEqualTo("webhook");
        assertThat(Instant.parse(header(found, "received-at"))).isBetween(before, Instant.now());
    }

    @Test
    void topicOfTheHeaderWinsOverThePath() {
        byte[] body = "{\"id\":1}".getBytes(UTF_8);
        String webhookId = TestDelivery.newWebhookId();
        try (PublishedRecords records = new PublishedRecords()) {
            TestDelivery.signed(body)
                    .header("X-Shopify-Topic", "products/delete")
                    .header("X-Shopify-Webhook-Id", webhookId)
                    .post("/api/shopify/webhooks/products/update")
                    .then()
                    .statusCode(200);

            assertThat(header(records.of(webhookId), "x-shopify-topic")).isEqualTo("products/delete");
        }
    }

    @Test
    void encodedSlashInThePathIsASlash() {
        byte[] body = "{\"id\":1}".getBytes(UTF_8);

        assertThat(header(posted("products%2Fcreate/", body), "x-shopify-topic"))
                .isEqualTo("products/create");
    }

    private static ConsumerRecord<String, byte[]> posted(String topic, byte[] body) {
        String webhookId = TestDelivery.newWebhookId();
        try (PublishedRecords records = new PublishedRecords()) {
            TestDelivery.signed(body)
                    .header("X-Shopify-Webhook-Id", webhookId)
                    .post("/api/shopify/webhooks/" + topic)
                    .then()
                    .statusCode(200);
            return records.of(webhookId);
        }
    }
}
