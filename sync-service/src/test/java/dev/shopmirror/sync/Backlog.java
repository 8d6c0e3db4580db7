package dev.shopmirror.sync;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

import dev.shopmirror.event.EventHeaders;
import dev.shopmirror.event.EventSource;
import dev.shopmirror.event.KafkaTopics;
import dev.shopmirror.event.WebhookEvent;
import dev.shopmirror.localstack.KafkaServer;

/** Events published without waiting for each, so that they lie in Kafka in one heap. */
final class Backlog implements AutoCloseable {

    private static final String TRIGGERED_AT = "2026-03-01T00:00:00Z";

    private final String kafkaTopic;
    private final Instant receivedAt;
    private final EventSource source;
    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of(
                    "bootstrap.servers",
                    KafkaServer.shared().bootstrapServers(),
                    "linger.ms",
                    50,
                    "batch.size",
                    1_000_000,
                    "max.request.size",
                    KafkaTopics.MAX_RECORD_BYTES),
            new StringSerializer(),
            new ByteArraySerializer());

    private final List<Future<?>> sent = new ArrayList<>();

    private Backlog(String kafkaTopic, Instant receivedAt, EventSource source) {
        this.kafkaTopic = kafkaTopic;
        this.receivedAt = receivedAt;
        this.source = source;
    }

    /** Live deliveries that have just been received. */
    static Backlog fresh() {
        return new Backlog(KafkaTopics.WEBHOOKS, Instant.now(), EventSource.WEBHOOK);
    }

    /** Live deliveries that have been lying there for ten minutes. */
    static Backlog late() {
        return new Backlog(KafkaTopics.WEBHOOKS, Instant.now().minusSeconds(600), EventSource.WEBHOOK);
    }

    static Backlog bulk(EventSource source) {
        return new Backlog(KafkaTopics.WEBHOOKS_BULK, Instant.now(), source);
    }

    /** Goes into the partition of its key. */
    void add(TestShop shop, String topic, String body) {
        add(shop, UUID.randomUUID().toString(), topic, body, TRIGGERED_AT);
    }

    void add(TestShop shop, String webhookId, String topic, String body, String triggeredAt) {
        send(event(shop, webhookId, topic, body, triggeredAt));
    }

    /**
     * Goes into the given partition, whatever its key.
     *
     * @param body null for a record without a value
     */
    void addTo(int partition, TestShop shop, String topic, String body) {
        var event = event(shop, UUID.randomUUID().toString(), topic, body == null ? "" : body, TRIGGERED_AT);
        byte[] value = body == null ? null : event.value();
        send(new ProducerRecord<>(event.topic(), partition, event.key(), value, event.headers()));
    }

    /** A record that says neither which delivery it is nor when it was received. */
    void addNameless(int partition, TestShop shop, String topic, String body) {
        var event = event(shop, "nameless", topic, body, TRIGGERED_AT);
        event.headers().remove(EventHeaders.WEBHOOK_ID).remove(EventHeaders.RECEIVED_AT);
        send(new ProducerRecord<>(
                event.topic(), partition, receivedAt.toEpochMilli(), event.key(), event.value(), event.headers()));
    }

    /** Ends when Kafka has all that was added so far. */
    void flush() {
        producer.flush();
        try {
            for (Future<?> event : sent) {
                event.get();
            }
        } catch (Exception e) {
            throw new IllegalStateException("Kafka did not take an event", e);
        }
    }

    /** Ends when Kafka has all of it. */
    @Override
    public void close() {
        flush();
        producer.close();
    }

    private ProducerRecord<String, byte[]> event(
            TestShop shop, String webhookId, String topic, String body, String triggeredAt) {
        return WebhookEvent.toRecord(
                kafkaTopic,
                shop.domain(),
                topic,
                Map.of(EventHeaders.WEBHOOK_ID, webhookId, EventHeaders.TRIGGERED_AT, triggeredAt),
                receivedAt,
                source,
                body.getBytes(UTF_8));
    }

    private void send(ProducerRecord<String, byte[]> event) {
        sent.add(producer.send(event));
    }
}
