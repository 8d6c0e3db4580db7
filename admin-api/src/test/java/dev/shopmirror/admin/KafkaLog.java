package dev.shopmirror.admin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

import dev.shopmirror.admin.kafka.RecordPosition;
import dev.shopmirror.event.DeadLetterHeaders;
import dev.shopmirror.event.EventHeaders;
import dev.shopmirror.event.EventSource;
import dev.shopmirror.event.KafkaTopics;
import dev.shopmirror.event.WebhookEvent;
import dev.shopmirror.localstack.KafkaServer;

/** The broker of the tests, seen beside the service: what others write, and what the service wrote. */
public final class KafkaLog implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of(
                    "bootstrap.servers",
                    KafkaServer.shared().bootstrapServers(),
                    "max.request.size",
                    KafkaTopics.MAX_RECORD_BYTES),
            new StringSerializer(),
            new ByteArraySerializer());
    private final KafkaConsumer<String, byte[]> bulk =
            new KafkaConsumer<>(connection(), new StringDeserializer(), new ByteArrayDeserializer());
    private final List<ConsumerRecord<String, byte[]>> read = new ArrayList<>();

    private KafkaLog() {}

    /** What the service publishes from now on is seen. */
    public static KafkaLog open() {
        KafkaLog log = new KafkaLog();
        List<TopicPartition> partitions = log.bulk.partitionsFor(KafkaTopics.WEBHOOKS_BULK).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        log.bulk.assign(partitions);
        log.bulk.seekToEnd(partitions);
        partitions.forEach(log.bulk::position);
        return log;
    }

    public static Map<String, Object> connection() {
        return Map.of("bootstrap.servers", KafkaServer.shared().bootstrapServers());
    }

    /** A delivery as ingest-service publishes it. */
    public RecordPosition delivery(String shopDomain, String topic, String webhookId, String body) {
        return send(WebhookEvent.toRecord(
                KafkaTopics.WEBHOOKS,
                shopDomain,
                topic,
                Map.of(EventHeaders.WEBHOOK_ID, webhookId, EventHeaders.TRIGGERED_AT, "2026-10-01T08:29:59Z"),
                Instant.parse("2026-10-01T08:30:00Z"),
                EventSource.WEBHOOK,
                body.getBytes(UTF_8)));
    }

    public RecordPosition send(ProducerRecord<String, byte[]> event) {
        try {
            RecordMetadata written = producer.send(event).get();
            return new RecordPosition(written.topic(), written.partition(), written.offset());
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A dead letter as sync-service makes it of a record. */
    public RecordPosition deadLetterOf(ProducerRecord<String, byte[]> origin, RecordPosition position) {
        return deadLetterOf(origin, position, Instant.now());
    }

    public RecordPosition deadLetterOf(ProducerRecord<String, byte[]> origin, RecordPosition position, Instant when) {
        ProducerRecord<String, byte[]> copy = new ProducerRecord<>(
                KafkaTopics.DEAD_LETTER, null, when.toEpochMilli(), origin.key(), origin.value(), origin.headers());
        copy.headers()
                .add(DeadLetterHeaders.REASON, "broken_json".getBytes(UTF_8))
                .add(DeadLetterHeaders.ERROR, "The body is not JSON".getBytes(UTF_8))
                .add(DeadLetterHeaders.TOPIC, position.topic().getBytes(UTF_8))
                .add(
                        DeadLetterHeaders.PARTITION,
                        Integer.toString(position.partition()).getBytes(UTF_8))
                .add(DeadLetterHeaders.OFFSET, Long.toString(position.offset()).getBytes(UTF_8));
        return send(copy);
    }

    /** As retention does, for everything up to that position. */
    public static void forget(RecordPosition position) {
        try (Admin admin = Admin.create(connection())) {
            admin.deleteRecords(Map.of(
                            new TopicPartition(position.topic(), position.partition()),
                            RecordsToDelete.beforeOffset(position.offset() + 1)))
                    .all()
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits for as many records of the shop on the bulk topic, and answers all there are. */
    public List<ConsumerRecord<String, byte[]>> bulk(String shopDomain, int count) {
        await("records of " + shopDomain).atMost(Duration.ofSeconds(30)).until(() -> {
            bulk.poll(Duration.ofMillis(100)).forEach(read::add);
            return bulkSoFar(shopDomain).size() >= count;
        });
        return bulkSoFar(shopDomain);
    }

    /** What is there now. */
    public List<ConsumerRecord<String, byte[]>> bulkSoFar(String shopDomain) {
        bulk.poll(Duration.ofMillis(100)).forEach(read::add);
        return read.stream()
                .filter(record -> shopDomain.equals(header(record, EventHeaders.SHOP_DOMAIN)))
                .toList();
    }

    public static String header(ConsumerRecord<String, byte[]> found, String name) {
        var header = found.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), UTF_8);
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
        bulk.close();
    }
}
