package dev.shopmirror.ingest.publishing;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

import dev.shopmirror.event.KafkaTopics;

/** Asks the brokers whether they can take webhooks. A producer cannot tell: it answers from what it once learnt. */
final class BrokerProbe {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Supplier<Admin> factory;
    private @Nullable Admin admin;

    BrokerProbe(Supplier<Admin> factory) {
        this.factory = factory;
    }

    /**
     * Returns when the topic has a partition with a leader. Blocks: never on an event loop.
     *
     * @throws KafkaException with the reason why webhooks cannot be taken
     */
    void requireWritableTopic() throws InterruptedException {
        if (admin == null) {
            admin = factory.get();
        }
        boolean led = describe(admin).partitions().stream().anyMatch(partition -> partition.leader() != null);
        if (!led) {
            throw new KafkaException("No partition of " + KafkaTopics.WEBHOOKS + " has a leader");
        }
    }

    void close() {
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }

    private static TopicDescription describe(Admin admin) throws InterruptedException {
        try {
            Map<String, TopicDescription> topics = admin.describeTopics(List.of(KafkaTopics.WEBHOOKS))
                    .allTopicNames()
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return requireNonNull(topics.get(KafkaTopics.WEBHOOKS));
        } catch (ExecutionException e) {
            Throwable cause = requireNonNull(e.getCause());
            throw new KafkaException(cause.getMessage(), cause);
        } catch (TimeoutException e) {
            throw new KafkaException("The brokers did not answer within " + PATIENCE.toSeconds() + " s", e);
        }
    }
}
