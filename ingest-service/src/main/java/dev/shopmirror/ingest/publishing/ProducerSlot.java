package dev.shopmirror.ingest.publishing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.InvalidPidMappingException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.jspecify.annotations.Nullable;

import dev.shopmirror.event.KafkaTopics;

/** The producer in use: built once the brokers' names resolve, replaced once it can never send again. */
final class ProducerSlot {

    /**
     * After these an idempotent producer sends nothing any more. It recovers by itself from lost sequence numbers, and
     * everything else concerns single records or passes. A failed login may pass too, but only a new producer reads
     * renewed credentials.
     */
    private static final List<Class<? extends KafkaException>> FATAL = List.of(
            ProducerFencedException.class,
            InvalidPidMappingException.class,
            ClusterAuthorizationException.class,
            UnsupportedVersionException.class,
            AuthenticationException.class);

    private final Supplier<Producer<String, byte[]>> factory;
    private volatile Optional<Producer<String, byte[]>> producer = Optional.empty();
    private volatile @Nullable Producer<String, byte[]> condemned;

    ProducerSlot(Supplier<Producer<String, byte[]>> factory) {
        this.factory = factory;
    }

    /** Empty until the first one could be built. */
    Optional<Producer<String, byte[]>> current() {
        return producer;
    }

    /** Tells of the failure of a record that this producer had taken, so that {@link #maintain} can act on it. */
    void failedWith(Producer<String, byte[]> sender, Exception failure) {
        if (FATAL.stream().anyMatch(fatal -> fatal.isInstance(failure))) {
            condemn(sender);
        }
    }

    /** Tells of an exception that this producer's {@code send} threw. */
    void refusedWith(Producer<String, byte[]> sender, RuntimeException refusal) {
        // A producer in its error state throws a KafkaException of no kind. Told of a record it would mean nothing:
        // so fail the innocent records of a batch in which another one is invalid
        if (refusal instanceof IllegalStateException || refusal.getClass().equals(KafkaException.class)) {
            condemn(sender);
        } else {
            failedWith(sender, refusal);
        }
    }

    /**
     * Brings a producer about. Blocks while names are resolved: never on an event loop.
     *
     * @throws org.apache.kafka.common.KafkaException while there is nothing to connect to
     */
    void maintain() {
        if (producer.isPresent() && producer.get() == condemned) {
            close(Duration.ZERO);
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
        condemned = null;
    }

    /** A request that took a producer before it was replaced may find it closed: no fault of its successor. */
    private void condemn(Producer<String, byte[]> sender) {
        if (producer.isPresent() && producer.get() == sender) {
            condemned = sender;
        }
    }
}
