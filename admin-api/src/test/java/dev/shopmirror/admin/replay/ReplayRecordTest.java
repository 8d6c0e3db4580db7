package dev.shopmirror.admin.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

import dev.shopmirror.admin.kafka.RecordPosition;
import dev.shopmirror.admin.ledger.DeliveryKey;
import dev.shopmirror.event.DeadLetterHeaders;
import dev.shopmirror.event.EventHeaders;
import dev.shopmirror.event.EventSource;
import dev.shopmirror.event.KafkaTopics;
import dev.shopmirror.event.WebhookEvent;

class ReplayRecordTest {

    private static final String SHOP = "acme.myshopify.com";
    private static final String TOPIC = "products/update";
    private static final String ID = "b54557e4-bdd9-4b37-8a5f-bf7d70bcd043";
    private static final DeliveryKey KEY = new DeliveryKey(SHOP, TOPIC, ID);
    private static final RecordPosition PLACE = new RecordPosition(KafkaTopics.WEBHOOKS, 3, 17);
    private static final Instant RECEIVED = Instant.parse("2026-10-01T08:30:00Z");
    private static final byte[] BODY = "{\"id\":1, \"title\":\"ä\"}".getBytes(UTF_8);

    @Test
    void deliveryComesAgainAsItWas() {
        ConsumerRecord<String, byte[]> origin = published(Map.of(
                EventHeaders.WEBHOOK_ID, ID,
                EventHeaders.EVENT_ID, "event-1",
                EventHeaders.TRIGGERED_AT, "2026-10-01T08:29:59.5Z"));

        ProducerRecord<String, byte[]> again = ReplayRecord.of(KEY, origin);

        assertThat(again.topic()).isEqualTo(KafkaTopics.WEBHOOKS_BULK);
        assertThat(again.key()).isEqualTo("acme.myshopify.com|product|1");
        WebhookEvent event = event(again);
        assertThat(event)
                .usingRecursiveComparison()
                .isEqualTo(new WebhookEvent(
                        SHOP,
                        TOPIC,
                        ID,
                        "event-1",
                        Instant.parse("2026-10-01T08:29:59.5Z"),
                        RECEIVED,
                        EventSource.REPLAY,
                        false,
                        BODY));
    }

    @Test
    void deadLetterComesAgainWithoutWhatMadeItOne() {
        ConsumerRecord<String, byte[]> deadLetter = published(Map.of(EventHeaders.WEBHOOK_ID, ID));
        deadLetter.headers().add(DeadLetterHeaders.REASON, "broken_json".getBytes(UTF_8));
        deadLetter.headers().add(DeadLetterHeaders.OFFSET, "17".getBytes(UTF_8));

        Headers again = ReplayRecord.of(KEY, deadLetter).headers();

        assertThat(again).extracting(header -> header.key()).noneMatch(name -> name.startsWith("dead-letter"));
        assertThat(again.headers(EventHeaders.SOURCE)).hasSize(1);
    }

    @Test
    void deliveryWithoutAnIdMeetsTheRowOfItsFirstPlace() {
        ConsumerRecord<String, byte[]> origin = published(Map.of());
        DeliveryKey key = new DeliveryKey(SHOP, TOPIC, "kafka:shopify.webhooks-3-17");

        assertThat(ReplayRecord.isOf(key, PLACE, origin)).isTrue();
        assertThat(event(ReplayRecord.of(key, origin)).webhookId()).isEqualTo("kafka:shopify.webhooks-3-17");
    }

    @Test
    void timeThatKafkaAloneKnewIsKept() {
        ConsumerRecord<String, byte[]> origin = published(Map.of(EventHeaders.WEBHOOK_ID, ID));
        origin.headers().remove(EventHeaders.RECEIVED_AT);

        assertThat(event(ReplayRecord.of(KEY, origin)).receivedAt()).isEqualTo(Instant.ofEpochMilli(1790843400000L));
    }

    @Test
    void anotherDeliveryAtThePositionIsNotTaken() {
        ConsumerRecord<String, byte[]> other = published(Map.of(EventHeaders.WEBHOOK_ID, "another"));

        assertThat(ReplayRecord.isOf(KEY, PLACE, other)).isFalse();
        assertThat(ReplayRecord.isOf(new DeliveryKey(SHOP, "products/create", "another"), PLACE, other))
                .isFalse();
        assertThat(ReplayRecord.isOf(new DeliveryKey("other.myshopify.com", TOPIC, "another"), PLACE, other))
                .isFalse();
        assertThat(ReplayRecord.isOf(new DeliveryKey(SHOP, TOPIC, "another"), PLACE, other))
                .isTrue();
    }

    @Test
    void deadLetterThatWasTooLargeToBeKeptWholeIsNotSentAsIfItWereEmpty() {
        ConsumerRecord<String, byte[]> deadLetter = published(Map.of(EventHeaders.WEBHOOK_ID, ID));
        deadLetter.headers().add(DeadLetterHeaders.OMITTED_BODY_BYTES, "8388608".getBytes(UTF_8));

        assertThat(ReplayRecord.isOf(KEY, PLACE, deadLetter)).isFalse();
    }

    private static ConsumerRecord<String, byte[]> published(Map<String, String> headers) {
        return stored(
                WebhookEvent.toRecord(KafkaTopics.WEBHOOKS, SHOP, TOPIC, headers, RECEIVED, EventSource.WEBHOOK, BODY));
    }

    private static WebhookEvent event(ProducerRecord<String, byte[]> again) {
        return WebhookEvent.fromRecord(stored(again));
    }

    private static ConsumerRecord<String, byte[]> stored(ProducerRecord<String, byte[]> sent) {
        return new ConsumerRecord<>(
                sent.topic(),
                3,
                17,
                1790843400000L,
                TimestampType.CREATE_TIME,
                0,
                0,
                sent.key(),
                sent.value(),
                new RecordHeaders(sent.headers()),
                Optional.empty());
    }
}
