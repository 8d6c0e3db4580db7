package dev.shopmirror.admin.delivery;

import java.time.Duration;
import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.shopmirror.admin.ledger.StoredDelivery;

/** Milliseconds between the steps of a delivery's way; null where Shopify did not say when it began. */
@Schema(name = "DeliveryDurations")
record Durations(
        @Schema(description = "On the way from Shopify, by two clocks", nullable = true)
        Long triggeredToReceivedMs,

        @Schema(description = "From receipt to the commit of its last outcome")
        long receivedToCommittedMs,

        @Schema(nullable = true) Long triggeredToCommittedMs) {

    static Durations of(StoredDelivery delivery) {
        return new Durations(
                between(delivery.triggeredAt(), delivery.receivedAt()),
                between(delivery.receivedAt(), delivery.committedAt()),
                between(delivery.triggeredAt(), delivery.committedAt()));
    }

    private static Long between(Instant from, Instant to) {
        return from == null ? null : Duration.between(from, to).toMillis();
    }
}
