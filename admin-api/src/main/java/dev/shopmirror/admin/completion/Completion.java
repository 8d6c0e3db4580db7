package dev.shopmirror.admin.completion;

import static java.nio.charset.StandardCharsets.UTF_8;

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

    private Completion() {}

    /**
     * The event to publish; empty while the product's own event should come first. It is given the place right behind the
     * event that it completes, not the time of the query: an event of the same second that is still on its way, and that
     * knows the images too, then still counts as newer.
     *
     * @param queriedAt when Shopify was asked
     */
    static Optional<ProducerRecord<String, byte[]>> of(
            IncompleteProduct incomplete, FetchedProduct fetched, Instant queriedAt) {
        boolean sameState = !fetched.updatedAt().isAfter(incomplete.versionAt());
        boolean ownEventHadItsTime = incomplete.attempts() > 1;
        if (!sameState && !ownEventHadItsTime) {
            return Optional.empty();
        }
        Instant triggeredAt = sameState ? incomplete.triggeredAt().plus(1, ChronoUnit.MICROS) : queriedAt;
        return Optional.of(WebhookEvent.toRecord(
                KafkaTopics.WEBHOOKS_BULK,
                incomplete.shopDomain(),
                TOPIC,
                Map.of(EventHeaders.WEBHOOK_ID, id(incomplete), EventHeaders.TRIGGERED_AT, triggeredAt.toString()),
                queriedAt,
                EventSource.BACKFILL,
                ProductBody.of(fetched).toString().getBytes(UTF_8)));
    }

    /** Another attempt at the same state is another event: the one before may have come too early. */
    private static String id(IncompleteProduct incomplete) {
        return "completion-%d-%d-%d"
                .formatted(incomplete.productId(), incomplete.versionAt().getEpochSecond(), incomplete.attempts());
    }
}
