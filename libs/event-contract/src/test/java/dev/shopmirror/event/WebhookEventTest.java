package dev.shopmirror.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookEventTest {

    private static final Instant RECEIVED = Instant.parse("2026-03-01T10:00:00.123456Z");
    private static final byte[] BODY = "{\"id\":1}".getBytes(UTF_8);

    @Test
    void whatIsWrittenIsRead() {
        WebhookEvent event = roundTrip(Map.of(
                EventHeaders.WEBHOOK_ID, "w-1",
                EventHeaders.EVENT_ID, "e-1",
                EventHeaders.TRIGGERED_AT, "2024-05-06T10:45:17.912552336Z",
                EventHeaders.TEST, "true"));

        assertThat(event.shopDomain()).isEqualTo("acme.myshopify.com");
        assertThat(event.topic()).isEqualTo("products/update");
        assertThat(event.webhookId()).isEqualTo("w-1");
        assertThat(event.eventId()).isEqualTo("e-1");
        assertThat(event.triggeredAt()).isEqualTo(Instant.parse("2024-05-06T10:45:17.912552336Z"));
        assertThat(event.receivedAt()).isEqualTo(RECEIVED);
        assertThat(event.source()).isEqualTo(EventSource.BACKFILL);
        assertThat(event.test()).isTrue();
        assertThat(event.body()).isEqualTo(BODY);
    }

    @Test
    void hmacIsNotPublished() {
        assertThat(toRecord(Map.of(EventHeaders.HMAC, "c2VjcmV0")).headers().headers(EventHeaders.HMAC))
                .isEmpty();
    }

    @Test
    void deliverysOwnShopAndTopicHeadersGiveWayToTheDecidedOnes() {
        var kafkaRecord = toRecord(Map.of(EventHeaders.TOPIC, "other", EventHeaders.SHOP_DOMAIN, "other"));

        assertThat(kafkaRecord.headers().headers(EventHeaders.TOPIC)).hasSize(1);
        assertThat(roundTrip(Map.of(EventHeaders.TOPIC, "other")).topic()).isEqualTo("products/update");
    }

    @Test
    void foreignRecordWithoutHeadersIsReadWithItsTimestamp() {
        var kafkaRecord = new ConsumerRecord<>(
                "t",
                0,
                0,
                1234,
                TimestampType.CREATE_TIME,
                0,
                0,
                "k",
                (byte[]) null,
                new RecordHeaders(),
                Optional.empty());

        WebhookEvent event = WebhookEvent.fromRecord(kafkaRecord);

        assertThat(event.shopDomain()).isEmpty();
        assertThat(event.webhookId()).isNull();
        assertThat(event.receivedAt()).isEqualTo(Instant.ofEpochMilli(1234));
        assertThat(event.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "", "1969-12-31T23:59:59Z", "+99999-01-01T00:00:00Z", "2026-03-01T10:00:00"})
    void unreadableTriggerTimeIsAbsent(String value) {
        assertThat(roundTrip(Map.of(EventHeaders.TRIGGERED_AT, value)).triggeredAt())
                .isNull();
    }

    /** A year looks right in its own offset and is another in UTC, which is what is stored. */
    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01T00:00:00+18:00", "9999-12-31T23:59:59-18:00"})
    void triggerTimeIsBoundedInUtc(String value) {
        assertThat(roundTrip(Map.of(EventHeaders.TRIGGERED_AT, value)).triggeredAt())
                .isNull();
    }

    /** Else all such deliveries of a topic were duplicates of each other. */
    @Test
    void idOfNothingButNulIsAbsent() {
        assertThat(roundTrip(Map.of(EventHeaders.WEBHOOK_ID, "\u0000")).webhookId())
                .isNull();
    }

    @Test
    void overlongIdIsAbsent() {
        assertThat(roundTrip(Map.of(EventHeaders.WEBHOOK_ID, "x".repeat(256))).webhookId())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "X-Shopify-Topic, x-shopify-topic",
        "x-shopify-hmac-SHA256, x-shopify-hmac-sha256",
        "shopify-webhook-id, x-shopify-webhook-id"
    })
    void headerNamesHaveOneSpelling(String received, String normalised) {
        assertThat(EventHeaders.normalise(received)).contains(normalised);
    }

    @Test
    void headersOfOthersAreNotShopifys() {
        assertThat(EventHeaders.normalise("Content-Type")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.com#.myshopify.com",
                "acme.myshopify.com.",
                "-a.myshopify.com",
                "a.b.myshopify.com",
                "acme.myshopify.com\n",
                ".myshopify.com",
                "äcme.myshopify.com"
            })
    void whatIsNoShopDomainIsRefused(String value) {
        assertThat(ShopDomain.parse(value)).isEmpty();
    }

    @Test
    void shopDomainIsLowerCase() {
        assertThat(ShopDomain.parse("Acme-2.MyShopify.com")).contains("acme-2.myshopify.com");
    }

    private static ProducerRecord<String, byte[]> toRecord(Map<String, String> headers) {
        return WebhookEvent.toRecord(
                KafkaTopics.WEBHOOKS,
                "acme.myshopify.com",
                "products/update",
                headers,
                RECEIVED,
                EventSource.BACKFILL,
                BODY);
    }

    private static WebhookEvent roundTrip(Map<String, String> headers) {
        var sent = toRecord(headers);
        return WebhookEvent.fromRecord(new ConsumerRecord<>(
                sent.topic(),
                0,
                0,
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                sent.key(),
                sent.value(),
                sent.headers(),
                Optional.empty()));
    }
}
