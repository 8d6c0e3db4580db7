package dev.shopmirror.admin.completion;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

import org.apache.kafka.clients.producer.ProducerRecord;

import dev.shopmirror.event.EventHeaders;
import dev.shopmirror.event.EventSource;
import dev.shopmirror.event.KafkaTopics;
import dev.shopmirror.event.WebhookEvent;

/** The event that brings the missing variants. */
final class Completion {

    private static final String TOPIC = "products/update";

    /** For an event to come by itself, which costs no call. */
    private static final Duration OWN_EVENT = Duration.ofMinutes(1);

    private Completion() {}

    /** Why nothing should be published of what was fetched; empty when it should. */
    static Optional<String> postponement(IncompleteProduct incomplete, FetchedProduct fetched, Instant queriedAt) {
        if (fetched.updatedAt().isBefore(incomplete.versionAt())) {
            return Optional.of("Shopify answers with an older state than its event had");
        }
        boolean isNewer = fetched.updatedAt().isAfter(incomplete.versionAt());
        return isNewer && fetched.updatedAt().plus(OWN_EVENT).isAfter(queriedAt)
                ? Optional.of("Shopify has a newer state, whose own event should come first")
                : Optional.empty();
    }

    /**
     * Its place among the versions is as low as the state that it brings allows, and not the time of the query: right
     * behind the event that it completes, or else at the beginning of the newer state's second. Events that are still on
     * their way, and that know the images too, then count as newer.
     *
     * @param queriedAt when Shopify was asked
     */
    static ProducerRecord<String, byte[]> event(
            IncompleteProduct incomplete, FetchedProduct fetched, Instant queriedAt) {
        Instant triggeredAt = fetched.updatedAt().equals(incomplete.versionAt())
                ? incomplete.triggeredAt().plus(1, ChronoUnit.MICROS)
                : fetched.updatedAt();
        return WebhookEvent.toRecord(
                KafkaTopics.WEBHOOKS_BULK,
                incomplete.shopDomain(),
                TOPIC,
                Map.of(EventHeaders.WEBHOOK_ID, id(incomplete), EventHeaders.TRIGGERED_AT, triggeredAt.toString()),
                queriedAt,
                EventSource.BACKFILL,
                ProductBody.of(fetched).toString().getBytes(UTF_8));
    }

    /** Another attempt at the same state is another event: the one before may have come too early. */
    private static String id(IncompleteProduct incomplete) {
        return "completion-%d-%d"
                .formatted(incomplete.productId(), ChronoUnit.MICROS.between(Instant.EPOCH, incomplete.claimedAt()));
    }
}
