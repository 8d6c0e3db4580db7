package dev.shopmirror.sync;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

import dev.shopmirror.event.EventHeaders;
import dev.shopmirror.event.EventSource;
import dev.shopmirror.event.KafkaTopics;
import dev.shopmirror.event.WebhookEvent;
import dev.shopmirror.sync.delivery.BatchTransaction;
import dev.shopmirror.sync.delivery.Delivery;
import dev.shopmirror.sync.delivery.Outcome;
import dev.shopmirror.sync.delivery.Settled;

/** Deliveries of one shop that one transaction applies together, as they would come from Kafka. */
final class TestBatch {

    private static final AtomicLong OFFSETS = new AtomicLong();

    private final String shopDomain;
    private final List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    private final Map<String, String> headers = new HashMap<>();
    private Instant receivedAt = Instant.now();
    private EventSource source = EventSource.WEBHOOK;

    private TestBatch(String shopDomain) {
        this.shopDomain = shopDomain;
    }

    static TestBatch of(TestShop shop) {
        return new TestBatch(shop.domain());
    }

    static TestBatch of(String shopDomain) {
        return new TestBatch(shopDomain);
    }

    /** Of the deliveries that are added from now on. */
    TestBatch receivedAt(Instant moment) {
        receivedAt = moment;
        return this;
    }

    /** A header of the deliveries that are added from now on. */
    TestBatch with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    TestBatch replayed() {
        source = EventSource.REPLAY;
        return this;
    }

    TestBatch add(String topic, String body, String triggeredAt) {
        return add(UUID.randomUUID().toString(), topic, body, triggeredAt);
    }

    TestBatch add(String webhookId, String topic, String body, String triggeredAt) {
        headers.put(EventHeaders.WEBHOOK_ID, webhookId);
        headers.put(EventHeaders.TRIGGERED_AT, triggeredAt);
        ProducerRecord<String, byte[]> sent = WebhookEvent.toRecord(
                KafkaTopics.WEBHOOKS, shopDomain, topic, headers, receivedAt, source, body.getBytes(UTF_8));
        var read = new ConsumerRecord<>(KafkaTopics.WEBHOOKS, 0, OFFSETS.incrementAndGet(), sent.key(), sent.value());
        sent.headers().forEach(read.headers()::add);
        records.add(read);
        return this;
    }

    List<ConsumerRecord<String, byte[]>> records() {
        return records;
    }

    List<Delivery> deliveries() {
        return records.stream().map(Delivery::read).toList();
    }

    /** Applies the batch. Answers what became of each, in the order in which they were added. */
    List<String> apply(BatchTransaction transaction) {
        return apply(transaction, outcomes -> Uni.createFrom().voidItem())
                .await()
                .atMost(Duration.ofSeconds(30));
    }

    Uni<List<String>> apply(BatchTransaction transaction, Function<List<Settled>, Uni<Void>> beforeCommit) {
        List<Delivery> deliveries = deliveries();
        return transaction.run(deliveries, beforeCommit).map(settled -> words(deliveries, settled));
    }

    private static List<String> words(List<Delivery> deliveries, List<Settled> settled) {
        Map<Long, String> byOffset = new HashMap<>();
        settled.forEach(one -> byOffset.put(one.delivery().record().offset(), words(one.outcome())));
        return deliveries.stream()
                .map(delivery -> byOffset.getOrDefault(delivery.record().offset(), "duplicate"))
                .collect(Collectors.toList());
    }

    private static String words(Outcome outcome) {
        String kind = outcome.kind().name().toLowerCase(Locale.ROOT);
        return outcome.reason() == null ? kind : kind + ": " + outcome.reason();
    }
}
