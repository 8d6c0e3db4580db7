package dev.shopmirror.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

import dev.shopmirror.event.fuzzing.BentDelivery;
import dev.shopmirror.event.fuzzing.Choices;
import dev.shopmirror.event.fuzzing.ShopifyTopics;

/** What holds of keys and events, whatever comes. */
final class EventProperties {

    private static final String SHOP = "acme.myshopify.com";
    private static final Pattern KEY_OF_A_RESOURCE =
            Pattern.compile("acme\\.myshopify\\.com\\|(product|inventory_item|location)\\|-?[0-9]{1,19}");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");
    private static final List<Long> KAFKA_TIMESTAMPS =
            List.of(-1L, 0L, 1772366401500L, -5L, Long.MAX_VALUE, Long.MIN_VALUE);

    private EventProperties() {}

    static void everyBodyHasAKeyThatItsResourceSharesWithItsDeletion(Choices choices) {
        String topic = ShopifyTopics.any(choices);
        byte[] body = choices.oneIn(8) ? choices.bytes(64) : BentDelivery.body(topic, choices);

        String key = RecordKey.of(SHOP, topic, body);

        if (!key.equals(SHOP + '|' + topic)) {
            assertThat(key).matches(KEY_OF_A_RESOURCE);
            String family = topic.substring(0, topic.indexOf('/') < 0 ? topic.length() : topic.indexOf('/'));
            assertThat(RecordKey.of(SHOP, family + "/delete", body)).isEqualTo(key);
        }
    }

    static void everyRecordIsAnEventThatADatabaseCanHold(Choices choices) {
        BentDelivery delivery = BentDelivery.next(SHOP, "w-1", choices);
        RecordHeaders headers = new RecordHeaders();
        delivery.headers().forEach(header -> headers.add(header.name(), header.value()));
        if (choices.oneIn(4)) {
            headers.add(EventHeaders.WEBHOOK_ID, choices.bytes(40));
        }

        WebhookEvent event = WebhookEvent.fromRecord(record(choices.of(KAFKA_TIMESTAMPS), headers, delivery.body()));

        assertHoldable(event);
        assertThat(roundTrip(event)).usingRecursiveComparison().isEqualTo(event);
    }

    private static void assertHoldable(WebhookEvent event) {
        assertThat(event.body()).isNotNull();
        assertThat(event.receivedAt()).isBetween(Instant.EPOCH, LATEST);
        Optional.ofNullable(event.triggeredAt())
                .ifPresent(triggered -> assertThat(triggered).isBetween(Instant.EPOCH, LATEST));
        Stream.of(event.shopDomain(), event.topic()).forEach(EventProperties::assertText);
        Stream.of(Optional.ofNullable(event.webhookId()), Optional.ofNullable(event.eventId()))
                .flatMap(Optional::stream)
                .forEach(id -> {
                    assertThat(id).isNotEmpty();
                    assertText(id);
                });
    }

    private static void assertText(String text) {
        assertThat(text).hasSizeLessThanOrEqualTo(255).doesNotContain("\u0000");
        assertThat(text.codePoints()).noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private static WebhookEvent roundTrip(WebhookEvent event) {
        Map<String, String> shopify = new HashMap<>();
        put(shopify, EventHeaders.WEBHOOK_ID, event.webhookId());
        put(shopify, EventHeaders.EVENT_ID, event.eventId());
        put(shopify, EventHeaders.TRIGGERED_AT, event.triggeredAt());
        put(shopify, EventHeaders.TEST, event.test());
        put(shopify, EventHeaders.HMAC, "never published");
        var sent = WebhookEvent.toRecord(
                KafkaTopics.WEBHOOKS,
                event.shopDomain(),
                event.topic(),
                shopify,
                event.receivedAt(),
                event.source(),
                event.body());
        assertThat(sent.headers().lastHeader(EventHeaders.HMAC)).isNull();
        return WebhookEvent.fromRecord(record(0, new RecordHeaders(sent.headers()), sent.value()));
    }

    private static void put(Map<String, String> headers, String name, Object value) {
        if (value != null) {
            headers.put(name, value.toString());
        }
    }

    private static ConsumerRecord<String, byte[]> record(long timestamp, RecordHeaders headers, byte[] body) {
        return new ConsumerRecord<>(
                KafkaTopics.WEBHOOKS,
                0,
                0,
                timestamp,
                TimestampType.CREATE_TIME,
                0,
                0,
                "key",
                body,
                headers,
                Optional.empty());
    }
}
