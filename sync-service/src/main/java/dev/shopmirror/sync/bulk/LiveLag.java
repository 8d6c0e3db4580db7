package dev.shopmirror.sync.bulk;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * How many live records wait for this replica, beyond those it has taken out of Kafka already. It is asked of the live
 * consumer itself: committed offsets lag behind what is done, and a commit that a rebalance refused is made up for only
 * when more comes.
 */
@ApplicationScoped
class LiveLag {

    private static final Logger LOG = Logger.getLogger(LiveLag.class);

    private static final String CHANNEL = "webhooks";

    /** On the thread that live deliveries are polled on: while a partition has no leader, the others must not wait. */
    static final Duration PATIENCE = Duration.ofMillis(250);

    private final KafkaClientService kafka;

    LiveLag(KafkaClientService kafka) {
        this.kafka = kafka;
    }

    /** Never fails: empty while Kafka does not answer. */
    Uni<OptionalLong> read() {
        return Uni.createFrom()
                .deferred(() -> kafka.getConsumer(CHANNEL).runOnPollingThread(LiveLag::of))
                .map(OptionalLong::of)
                .onFailure()
                .invoke(failure -> LOG.debugf("Live lag is unknown: %s", failure))
                .onFailure()
                .recoverWithItem(OptionalLong.empty());
    }

    private static long of(Consumer<?, ?> consumer) {
        Set<TopicPartition> assigned = consumer.assignment();
        return consumer.endOffsets(assigned, PATIENCE).entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - consumer.position(end.getKey(), PATIENCE)))
                .sum();
    }
}
