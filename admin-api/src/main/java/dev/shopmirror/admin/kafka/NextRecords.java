package dev.shopmirror.admin.kafka;

import java.time.Duration;
import java.time.Instant;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Waits for the next records of a partition, which are known to be there: however many follow, each has its own time. */
final class NextRecords {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private NextRecords() {}

    /** None where the log has a hole, which the position has passed then. */
    static ConsumerRecords<String, byte[]> of(Consumer<String, byte[]> consumer, TopicPartition partition) {
        long position = consumer.position(partition);
        Instant deadline = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(deadline)) {
            ConsumerRecords<String, byte[]> polled = consumer.poll(POLL);
            if (!polled.isEmpty() || consumer.position(partition) != position) {
                return polled;
            }
        }
        throw new TimeoutException("No record of " + partition + " at " + position + " came in time");
    }
}
