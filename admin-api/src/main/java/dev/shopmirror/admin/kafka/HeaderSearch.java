package dev.shopmirror.admin.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/** Looks for one record among the latest of a topic. */
final class HeaderSearch {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Consumer<String, byte[]> consumer;

    HeaderSearch(Consumer<String, byte[]> consumer) {
        this.consumer = consumer;
    }

    /** The first record since then whose header has the value; empty when there is none, or too much to look at. */
    Optional<RecordPosition> find(String topic, Instant since, String header, String value) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
        seek(partitions, since);
        Instant deadline = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(deadline)
                && ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<String, byte[]> candidate : consumer.poll(POLL)) {
                if (value.equals(text(candidate.headers().lastHeader(header)))) {
                    return Optional.of(RecordPosition.of(candidate));
                }
            }
        }
        return Optional.empty();
    }

    private void seek(List<TopicPartition> partitions, Instant since) {
        Map<TopicPartition, Long> times = new HashMap<>();
        partitions.forEach(partition -> times.put(partition, since.toEpochMilli()));
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        consumer.offsetsForTimes(times).forEach((partition, start) -> {
            if (start != null) {
                consumer.seek(partition, start.offset());
            }
        });
    }

    private static String text(Header header) {
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }
}
