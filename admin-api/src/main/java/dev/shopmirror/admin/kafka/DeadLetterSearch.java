package dev.shopmirror.admin.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

import dev.shopmirror.event.DeadLetterHeaders;
import dev.shopmirror.event.KafkaTopics;

/**
 * Finds dead letters without reading their whole topic: a copy has its origin's key, so it is in the partition of the
 * same number, and it was made within moments of the time that the ledger has. What lies between is leapt over.
 */
final class DeadLetterSearch {

    /** By how much the clocks of the database and of sync-service may differ. */
    private static final Duration EARLIER = Duration.ofSeconds(30);

    private static final Duration LATER = Duration.ofMinutes(2);

    private final Consumer<String, byte[]> consumer;

    DeadLetterSearch(Consumer<String, byte[]> consumer) {
        this.consumer = consumer;
    }

    /** Positions of the copies, by those of their origins; what is not found is not in it. */
    Map<RecordPosition, RecordPosition> locate(Collection<DeadLetter> wanted) {
        int partitions = consumer.partitionsFor(KafkaTopics.DEAD_LETTER).size();
        Map<RecordPosition, RecordPosition> found = new HashMap<>();
        wanted.stream()
                .filter(letter -> letter.origin().partition() < partitions)
                .collect(Collectors.groupingBy(letter -> letter.origin().partition()))
                .forEach((number, letters) -> neighbours(letters)
                        .forEach(group -> search(new TopicPartition(KafkaTopics.DEAD_LETTER, number), group, found)));
        return found;
    }

    /** Letters whose times run into each other are found in one go, others each in its own. */
    static List<List<DeadLetter>> neighbours(List<DeadLetter> letters) {
        List<List<DeadLetter>> groups = new ArrayList<>();
        Instant reach = Instant.MIN;
        for (DeadLetter letter : letters.stream()
                .sorted(Comparator.comparing(DeadLetter::settledAt))
                .toList()) {
            if (letter.settledAt().minus(EARLIER).isAfter(reach)) {
                groups.add(new ArrayList<>());
            }
            groups.get(groups.size() - 1).add(letter);
            reach = letter.settledAt().plus(LATER);
        }
        return groups;
    }

    private void search(TopicPartition partition, List<DeadLetter> group, Map<RecordPosition, RecordPosition> found) {
        Instant first = group.get(0).settledAt();
        Instant last = group.get(group.size() - 1).settledAt();
        OffsetAndTimestamp start = consumer.offsetsForTimes(
                        Map.of(partition, first.minus(EARLIER).toEpochMilli()))
                .get(partition);
        if (start != null) {
            Set<RecordPosition> missing =
                    group.stream().map(DeadLetter::origin).collect(Collectors.toCollection(HashSet::new));
            scan(partition, start.offset(), last.plus(LATER).toEpochMilli(), missing, found);
        }
    }

    private void scan(
            TopicPartition partition,
            long start,
            long until,
            Set<RecordPosition> missing,
            Map<RecordPosition, RecordPosition> found) {
        long end = consumer.endOffsets(List.of(partition)).get(partition);
        consumer.assign(List.of(partition));
        consumer.seek(partition, start);
        boolean within = true;
        while (within && !missing.isEmpty() && consumer.position(partition) < end) {
            for (ConsumerRecord<String, byte[]> candidate :
                    NextRecords.of(consumer, partition).records(partition)) {
                within = candidate.timestamp() <= until;
                origin(candidate)
                        .filter(missing::remove)
                        .ifPresent(origin -> found.put(origin, RecordPosition.of(candidate)));
            }
        }
    }

    private static Optional<RecordPosition> origin(ConsumerRecord<String, byte[]> candidate) {
        try {
            return Optional.of(new RecordPosition(
                    header(candidate, DeadLetterHeaders.TOPIC),
                    Integer.parseInt(header(candidate, DeadLetterHeaders.PARTITION)),
                    Long.parseLong(header(candidate, DeadLetterHeaders.OFFSET))));
        } catch (NumberFormatException noDeadLetterOfOurs) {
            return Optional.empty();
        }
    }

    private static String header(ConsumerRecord<String, byte[]> candidate, String name) {
        Header header = candidate.headers().lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), UTF_8);
    }
}
