package dev.shopmirror.ingest.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

import dev.shopmirror.event.EventHeaders;
import dev.shopmirror.event.KafkaTopics;
import dev.shopmirror.localstack.KafkaServer;

/** Reads back what reached Kafka. */
final class PublishedRecords implements AutoCloseable {

    private final KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
            Map.of("bootstrap.servers", KafkaServer.shared().bootstrapServers(), "auto.offset.reset", "earliest"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    private final List<ConsumerRecord<String, byte[]>> read = new ArrayList<>();

    PublishedRecords() {
        List<TopicPartition> partitions = consumer.partitionsFor(KafkaTopics.WEBHOOKS).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /** Waits for the record of a delivery that was posted since this was made. */
    ConsumerRecord<String, byte[]> of(String webhookId) {
        return with(EventHeaders.WEBHOOK_ID, webhookId);
    }

    /** The same for one that is known by another header. */
    ConsumerRecord<String, byte[]> with(String header, String value) {
        await("record of " + value).until(() -> {
            if (find(header, value).isEmpty()) {
                consumer.poll(Duration.ofMillis(100)).forEach(read::add);
            }
            return find(header, value).isPresent();
        });
        return find(header, value).orElseThrow();
    }

    /** Values of the header in all records read so far, once for each record that has it. */
    List<String> values(String header) {
        return read.stream()
                .map(found -> header(found, header))
                .filter(Objects::nonNull)
                .toList();
    }

    private Optional<ConsumerRecord<String, byte[]>> find(String header, String value) {
        return read.stream()
                .filter(found -> value.equals(header(found, header)))
                .findFirst();
    }

    static String header(ConsumerRecord<String, byte[]> found, String name) {
        var header = found.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), UTF_8);
    }

    static List<String> headerNames(ConsumerRecord<String, byte[]> found) {
        return StreamSupport.stream(found.headers().spliterator(), false)
                .map(header -> header.key())
                .toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
