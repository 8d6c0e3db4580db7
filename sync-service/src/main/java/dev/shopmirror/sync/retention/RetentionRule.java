package dev.shopmirror.sync.retention;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;

import dev.shopmirror.event.KafkaTopics;

/** A delivery that Kafka may still hand out, or an operator redrive, must be known as settled. */
@ApplicationScoped
class RetentionRule {

    private static final Duration SHORTEST = KafkaTopics.ALL.stream()
            .map(KafkaTopics::retention)
            .max(Duration::compareTo)
            .orElseThrow();

    void check(@Observes StartupEvent starting, RetentionConfig config) {
        check(config.deliveries());
    }

    static void check(Duration deliveries) {
        if (deliveries.compareTo(SHORTEST) < 0) {
            throw new ConfigurationException(
                    "shopmirror.retention.deliveries (SHOPMIRROR_RETENTION_DELIVERIES) is %d h, but must be at least %d d: "
                                    .formatted(deliveries.toHours(), SHORTEST.toDays())
                            + "for so long Kafka keeps deliveries that may come again");
        }
    }
}
