package dev.shopmirror.admin.kafka;

import java.util.List;
import java.util.TreeSet;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Reads the records at some offsets of one partition, in their order, leaping over what lies between. */
final class PartitionWalk {

    /** Nearer than this the next record likely is in the fetch that is on its way anyway. */
    private static final long NEAR = 50;

    private final Consumer<String, byte[]> consumer;
    private final TopicPartition partition;
    private final TreeSet<Long> wanted;

    /** @param wanted all of them between the log's start and its end */
    PartitionWalk(Consumer<String, byte[]> consumer, TopicPartition partition, TreeSet<Long> wanted) {
        this.consumer = consumer;
        this.partition = partition;
        this.wanted = wanted;
    }

    /** Adds to the result until the budget is spent; answers what is left of the budget, which may be negative. */
    long read(ReadRecords result, long budget) {
        consumer.assign(List.of(partition));
        long left = budget;
        long position = -1;
        Long next = wanted.first();
        while (next != null && left > 0) {
            if (position < 0 || next - position > NEAR) {
                consumer.seek(partition, next);
                position = next;
            }
            left -= take(NextRecords.of(consumer, partition), result);
            position = furtherThan(position);
            next = wanted.ceiling(position);
        }
        settle(result, position);
        return left;
    }

    /** It falls back only when the brokers lost the end of the log: the next look at it tells what that means. */
    private long furtherThan(long position) {
        long now = consumer.position(partition);
        if (now <= position) {
            throw new TimeoutException("The log of " + partition + " ends before " + position + " now");
        }
        return now;
    }

    private long take(ConsumerRecords<String, byte[]> polled, ReadRecords result) {
        long bytes = 0;
        for (ConsumerRecord<String, byte[]> candidate : polled.records(partition)) {
            if (wanted.contains(candidate.offset())) {
                result.found().put(RecordPosition.of(candidate), candidate);
                bytes += candidate.value() == null ? 0 : candidate.value().length;
            }
        }
        return bytes;
    }

    /** What was passed by and not found is gone; what lies ahead is for another time. */
    private void settle(ReadRecords result, long position) {
        for (long offset : wanted) {
            RecordPosition place = new RecordPosition(partition.topic(), partition.partition(), offset);
            if (offset >= position) {
                result.rest().add(place);
            } else if (!result.found().containsKey(place)) {
                result.gone().add(place);
            }
        }
    }
}
