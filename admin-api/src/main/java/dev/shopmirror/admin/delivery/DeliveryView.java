package dev.shopmirror.admin.delivery;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.shopmirror.admin.kafka.RecordPosition;
import dev.shopmirror.admin.ledger.StoredDelivery;

/** A delivery as the API shows it: where it came from, and what became of it; never its body. */
@Schema(name = "Delivery")
public record DeliveryView(
        @Schema(description = "For /api/admin/deliveries/{id}")
        String id,

        @Schema(description = "Null when no store is registered for the shop", nullable = true)
        UUID storeId,

        @Schema(examples = "acme.myshopify.com") String shopDomain,
        @Schema(examples = "products/update") String topic,

        @Schema(description = "X-Shopify-Webhook-Id; kafka:topic-partition-offset when the delivery had none")
        String webhookId,

        @Schema(description = "X-Shopify-Event-Id", nullable = true)
        String eventId,

        @Schema(description = "Shopify's id of the resource, 64 bit; null where none was read", nullable = true)
        String resourceId,

        @Schema(description = "When it happened, as Shopify says", nullable = true)
        Instant triggeredAt,

        Instant receivedAt,

        @Schema(description = "When the outcome was written")
        Instant committedAt,

        Durations durations,

        @Schema(enumeration = {"applied", "stale", "ignored", "dead_lettered"})
        String outcome,

        @Schema(description = "Code: why it came so", nullable = true)
        String reason,

        @Schema(description = "What is wrong with a dead letter, for people", nullable = true)
        String error,

        @Schema(description = "How often it was processed to an outcome")
        int attempts,

        @Schema(description = "How many further copies came")
        int duplicates,

        @Schema(enumeration = {"webhook", "replay", "backfill"})
        String source,

        @Schema(description = "Where its record is in Kafka")
        RecordPosition kafka,

        @Schema(
                description = "Whether Kafka still has the body, without which there is no redrive. Only where one"
                        + " delivery is read, and only while Kafka answers",
                nullable = true)
        @JsonInclude(JsonInclude.Include.NON_NULL)
        Boolean bodyInKafka) {

    public static DeliveryView of(StoredDelivery delivery) {
        return of(delivery, null);
    }

    static DeliveryView of(StoredDelivery delivery, Boolean bodyInKafka) {
        return new DeliveryView(
                delivery.key().id(),
                delivery.storeId(),
                delivery.key().shopDomain(),
                delivery.key().topic(),
                delivery.key().webhookId(),
                delivery.eventId(),
                delivery.resourceId() == null ? null : delivery.resourceId().toString(),
                delivery.triggeredAt(),
                delivery.receivedAt(),
                delivery.committedAt(),
                Durations.of(delivery),
                delivery.outcome().code(),
                delivery.reason(),
                delivery.error(),
                delivery.attempts(),
                delivery.duplicates(),
                delivery.source(),
                delivery.position(),
                bodyInKafka);
    }
}
