package dev.shopmirror.admin.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Header;

/** Looks for one record among the latest of its key's partition. */
final class HeaderSearch {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Consumer<String, byte[]> consumer;
    private final TopicPartition partition;

    /** @param key which says in which partition of the topic Kafka's own partitioner puts a record */
    HeaderSearch(Consumer<String, byte[]> consumer, String topic, String key) {
        int partitions = consumer.partitionsFor(topic).size();
        this.consumer = consumer;
        this.partition = new TopicPartition(topic, BuiltInPartitioner.partitionForKey(key.getBytes(UTF_8), partitions));
    }

    /**
     * The first record since then whose header has the value; empty when there is none.
     *
     * @throws TimeoutException when there is too much to look at: it may be there
     */
    Optional<RecordPosition> find(Instant since, String header, String value) {
        OffsetAndTimestamp start = consumer.offsetsForTimes(Map.of(partition, since.toEpochMilli()))
                .get(partition);
        return start == null ? Optional.empty() : find(start.offset(), header, value);
    }

    private Optional<RecordPosition> find(long start, String header, String value) {
        long end = consumer.endOffsets(List.of(partition)).get(partition);
        consumer.assign(List.of(partition));
        consumer.seek(partition, start);
        Instant deadline = Instant.now().plus(PATIENCE);
        while (consumer.position(partition) < end) {
            if (Instant.now().isAfter(deadline)) {
                throw new TimeoutException("There is too much in " + partition + " to find a record by its header");
            }
            for (ConsumerRecord<String, byte[]> candidate :
                    NextRecords.of(consumer, partition).records(partition)) {
                if (value.equals(text(candidate.headers().lastHeader(header)))) {
                    return Optional.of(RecordPosition.of(candidate));
                }
            }
        }
        return Optional.empty();
    }

    private static String text(Header header) {
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }
}
