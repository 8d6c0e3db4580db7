package dev.shopmirror.ingest.publishing;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;

import dev.shopmirror.event.KafkaTopics;

/** The producer in use: built once the brokers' names resolve, replaced once it can never send again. */
final class ProducerSlot {

    private final Supplier<Producer<String, byte[]>> factory;
    private volatile Optional<Producer<String, byte[]>> producer = Optional.empty();
    private volatile boolean broken;

    ProducerSlot(Supplier<Producer<String, byte[]>> factory) {
        this.factory = factory;
    }

    /** Empty until the first one could be built. */
    Optional<Producer<String, byte[]>> current() {
        return producer;
    }

    /** Tells of a failed send, so that {@link #maintain} can act on it. */
    void failedWith(Exception failure) {
        // What concerns one record or passes by itself; anything else leaves an idempotent producer refusing for good
        if (!(failure instanceof RetriableException)
                && !(failure instanceof RecordTooLargeException)
                && !(failure instanceof TopicAuthorizationException)) {
            broken = true;
        }
    }

    /**
     * Brings a producer about. Blocks while names are resolved: never on an event loop.
     *
     * @throws org.apache.kafka.common.KafkaException while there is nothing to connect to
     */
    void maintain() {
        if (broken) {
            close(Duration.ZERO);
            broken = false;
        }
        if (producer.isEmpty()) {
            producer = Optional.of(factory.get());
        }
    }

    /**
     * Whether the producer knows the topic's partitions, without which it refuses every record. Asking makes it find
     * out, and keeps it from forgetting.
     */
    boolean knowsPartitions() {
        try {
            producer.ifPresent(current -> current.partitionsFor(KafkaTopics.WEBHOOKS));
            return producer.isPresent();
        } catch (TimeoutException notYet) {
            return false;
        }
    }

    /** @param patience for records still on their way */
    void close(Duration patience) {
        producer.ifPresent(old -> old.close(patience));
        producer = Optional.empty();
    }
}
