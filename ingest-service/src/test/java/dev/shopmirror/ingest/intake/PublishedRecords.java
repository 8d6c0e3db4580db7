package dev.shopmirror.ingest.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        await("record of " + webhookId).until(() -> {
            consumer.poll(Duration.ofMillis(100)).forEach(read::add);
            return read.stream().anyMatch(found -> webhookId.equals(header(found, EventHeaders.WEBHOOK_ID)));
        });
        return read.stream()
                .filter(found -> webhookId.equals(header(found, EventHeaders.WEBHOOK_ID)))
                .findFirst()
                .orElseThrow();
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
