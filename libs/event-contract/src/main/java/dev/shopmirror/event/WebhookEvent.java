package dev.shopmirror.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way through Kafka.
 *
 * @param shopDomain {@code acme.myshopify.com}; empty when a foreign producer left it out
 * @param topic Shopify's topic, {@code products/update}
 * @param webhookId Shopify's id of the delivery, the same on its retries
 * @param eventId Shopify's id of the merchant's action, shared by all its deliveries
 * @param triggeredAt when it happened at Shopify; null when absent or unreadable. Not signed: a claim
 * @param receivedAt when Shopmirror received it, or when Kafka did; 1970 where neither is known
 * @param test Shopify marked it as a test
 * @param body the raw bytes that Shopify signed
 */
public record WebhookEvent(
        String shopDomain,
        String topic,
        @Nullable String webhookId,
        @Nullable String eventId,
        @Nullable Instant triggeredAt,
        Instant receivedAt,
        EventSource source,
        boolean test,
        byte[] body) {

    /** Far more than Shopify's topics and ids have; headers are not signed, and these become keys in the database. */
    private static final int MAX_KEY_LENGTH = 255;

    /** What a database's timestamp holds, and far more than any delivery's. */
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    /**
     * The Kafka record of a delivery.
     *
     * @param shopifyHeaders under their {@linkplain EventHeaders#normalise normalised} names; the HMAC is left out, for
     *     it would let a reader of Kafka replay the delivery
     */
    public static ProducerRecord<String, byte[]> toRecord(
            String kafkaTopic,
            String shopDomain,
            String topic,
            Map<String, String> shopifyHeaders,
            Instant receivedAt,
            EventSource source,
            byte[] body) {
        var kafkaRecord = new ProducerRecord<>(kafkaTopic, RecordKey.of(shopDomain, topic, body), body);
        Headers headers = kafkaRecord.headers();
        shopifyHeaders.forEach((name, value) -> {
            if (!name.equals(EventHeaders.HMAC)
                    && !name.equals(EventHeaders.SHOP_DOMAIN)
                    && !name.equals(EventHeaders.TOPIC)) {
                headers.add(name, value.getBytes(UTF_8));
            }
        });
        headers.add(EventHeaders.SHOP_DOMAIN, shopDomain.getBytes(UTF_8));
        headers.add(EventHeaders.TOPIC, topic.getBytes(UTF_8));
        headers.add(EventHeaders.RECEIVED_AT, receivedAt.toString().getBytes(UTF_8));
        headers.add(EventHeaders.SOURCE, source.headerValue().getBytes(UTF_8));
        return kafkaRecord;
    }

    /** Reads what {@link #toRecord} wrote. Never fails: what is absent or unreadable is null, empty or its default. */
    public static WebhookEvent fromRecord(ConsumerRecord<String, byte[]> kafkaRecord) {
        Headers headers = kafkaRecord.headers();
        byte[] body = kafkaRecord.value();
        return new WebhookEvent(
                key(headers, EventHeaders.SHOP_DOMAIN).orElse(""),
                key(headers, EventHeaders.TOPIC).orElse(""),
                key(headers, EventHeaders.WEBHOOK_ID).orElse(null),
                key(headers, EventHeaders.EVENT_ID).orElse(null),
                instant(headers, EventHeaders.TRIGGERED_AT).orElse(null),
                instant(headers, EventHeaders.RECEIVED_AT)
                        .or(() -> storable(Instant.ofEpochMilli(kafkaRecord.timestamp())))
                        .orElse(Instant.EPOCH),
                EventSource.fromHeader(text(headers, EventHeaders.SOURCE).orElse("")),
                text(headers, EventHeaders.TEST)
                        .filter("true"::equalsIgnoreCase)
                        .isPresent(),
                body == null ? new byte[0] : body);
    }

    /** The webhook id, or what stands for an absent one: where the record is, {@code kafka:topic-partition-offset}. */
    public static String deliveryId(ConsumerRecord<?, ?> kafkaRecord) {
        return key(kafkaRecord.headers(), EventHeaders.WEBHOOK_ID)
                .orElseGet(() ->
                        "kafka:" + kafkaRecord.topic() + "-" + kafkaRecord.partition() + "-" + kafkaRecord.offset());
    }

    /** An overlong value is nobody's id or topic: it counts as absent. */
    private static Optional<String> key(Headers headers, String name) {
        return text(headers, name).filter(value -> value.length() <= MAX_KEY_LENGTH);
    }

    private static Optional<String> text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null || header.value().length == 0
                ? Optional.empty()
                // PostgreSQL refuses U+0000 in text, and no header of Shopify's has one
                : Optional.of(new String(header.value(), UTF_8).replace("\u0000", ""))
                        .filter(text -> !text.isEmpty());
    }

    private static Optional<Instant> instant(Headers headers, String name) {
        return text(headers, name).flatMap(WebhookEvent::parseInstant);
    }

    private static Optional<Instant> parseInstant(String value) {
        try {
            return storable(OffsetDateTime.parse(value).toInstant());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> storable(Instant instant) {
        return instant.isBefore(Instant.EPOCH) || instant.isAfter(LATEST) ? Optional.empty() : Optional.of(instant);
    }
}
