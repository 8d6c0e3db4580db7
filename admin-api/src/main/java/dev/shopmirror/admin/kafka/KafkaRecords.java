package dev.shopmirror.admin.kafka;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.common.annotation.Identifier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

import dev.shopmirror.admin.problem.Problem;
import dev.shopmirror.event.KafkaTopics;

/**
 * Records by their recorded positions. Every method blocks, never call one on an event loop, and fails with
 * {@link Problem#KAFKA_UNAVAILABLE} while the brokers do not answer.
 */
@ApplicationScoped
public class KafkaRecords {

    /** Of values read at once, so that a heap is enough for many large bodies. */
    private static final long BUDGET_BYTES = 16L * 1024 * 1024;

    private static final Set<String> TOPICS =
            KafkaTopics.ALL.stream().map(KafkaTopics::name).collect(Collectors.toUnmodifiableSet());

    private final Map<String, Object> settings;

    KafkaRecords(@Identifier("default-kafka-broker") Map<String, Object> connection) {
        this.settings = ClientSettings.consumer(connection);
    }

    /** Reads records, in the order of their offsets within a partition. */
    public ReadRecords read(Collection<RecordPosition> wanted) {
        return KafkaFailure.translated(() -> {
            try (Consumer<String, byte[]> consumer = consumer()) {
                return read(consumer, wanted);
            }
        });
    }

    /** Where the dead letters are that were made of records whose own topic may have let them go. */
    public Map<RecordPosition, RecordPosition> locateDeadLetters(Collection<DeadLetter> wanted) {
        return KafkaFailure.translated(() -> {
            try (Consumer<String, byte[]> consumer = consumer()) {
                return new DeadLetterSearch(consumer).locate(wanted);
            }
        });
    }

    /**
     * Where the live record is that has this value in a header, among those of its key of that moment and later; empty
     * when there is none. That there is too much to look at is a failure as well.
     */
    public Optional<RecordPosition> find(String key, Instant since, String header, String value) {
        return KafkaFailure.translated(() -> {
            try (Consumer<String, byte[]> consumer = consumer()) {
                return new HeaderSearch(consumer, KafkaTopics.WEBHOOKS, key).find(since, header, value);
            }
        });
    }

    /** Returns when the brokers answer. */
    public void requireReachable() {
        KafkaFailure.translated(() -> {
            try (Consumer<String, byte[]> consumer = consumer()) {
                return consumer.partitionsFor(KafkaTopics.WEBHOOKS_BULK);
            }
        });
    }

    private Consumer<String, byte[]> consumer() {
        Compression.preferNative();
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private static ReadRecords read(Consumer<String, byte[]> consumer, Collection<RecordPosition> wanted) {
        ReadRecords result = ReadRecords.empty();
        Map<TopicPartition, TreeSet<Long>> offsets = offsets(existing(consumer, wanted, result));
        Map<TopicPartition, Long> starts = consumer.beginningOffsets(offsets.keySet());
        Map<TopicPartition, Long> ends = consumer.endOffsets(offsets.keySet());
        long budget = BUDGET_BYTES;
        for (Map.Entry<TopicPartition, TreeSet<Long>> entry : offsets.entrySet()) {
            TopicPartition partition = entry.getKey();
            TreeSet<Long> kept = kept(entry.getValue(), starts.get(partition), ends.get(partition));
            entry.getValue().stream().filter(offset -> !kept.contains(offset)).forEach(offset -> result.gone()
                    .add(position(partition, offset)));
            if (budget <= 0) {
                kept.forEach(offset -> result.rest().add(position(partition, offset)));
            } else if (!kept.isEmpty()) {
                budget = new PartitionWalk(consumer, partition, kept).read(result, budget);
            }
        }
        return result;
    }

    /** A topic or partition that is not there any more has let everything go. */
    private static List<RecordPosition> existing(
            Consumer<String, byte[]> consumer, Collection<RecordPosition> wanted, ReadRecords result) {
        Map<String, Integer> partitions = wanted.stream()
                .map(RecordPosition::topic)
                .distinct()
                .filter(TOPICS::contains)
                .collect(Collectors.toMap(topic -> topic, topic -> partitionCount(consumer.partitionsFor(topic))));
        List<RecordPosition> existing = new ArrayList<>();
        for (RecordPosition position : wanted) {
            if (position.partition() < partitions.getOrDefault(position.topic(), 0)) {
                existing.add(position);
            } else {
                result.gone().add(position);
            }
        }
        return existing;
    }

    private static int partitionCount(List<PartitionInfo> partitions) {
        return partitions == null ? 0 : partitions.size();
    }

    private static TreeSet<Long> kept(TreeSet<Long> offsets, long start, long end) {
        return new TreeSet<>(offsets.subSet(start, Math.max(start, end)));
    }

    private static Map<TopicPartition, TreeSet<Long>> offsets(List<RecordPosition> wanted) {
        return wanted.stream()
                .collect(Collectors.groupingBy(
                        RecordPosition::topicPartition,
                        () -> new TreeMap<>(Comparator.comparing(TopicPartition::toString)),
                        Collectors.mapping(RecordPosition::offset, Collectors.toCollection(TreeSet::new))));
    }

    private static RecordPosition position(TopicPartition partition, long offset) {
        return new RecordPosition(partition.topic(), partition.partition(), offset);
    }
}
