package dev.shopmirror.admin.ledger;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

import io.vertx.mutiny.sqlclient.Row;

import dev.shopmirror.admin.kafka.RecordPosition;

/**
 * A row of {@code webhook_delivery}, whose columns say what the components are.
 *
 * @param storeId null when no store is registered for the shop
 */
public record StoredDelivery(
        DeliveryKey key,
        UUID storeId,
        String eventId,
        Long resourceId,
        Instant triggeredAt,
        Instant receivedAt,
        Instant committedAt,
        Outcome outcome,
        String reason,
        String error,
        int attempts,
        int duplicates,
        String source,
        RecordPosition position) {

    static StoredDelivery of(Row row) {
        return new StoredDelivery(
                new DeliveryKey(row.getString("shop_domain"), row.getString("topic"), row.getString("webhook_id")),
                row.getUUID("store_id"),
                row.getString("event_id"),
                row.getLong("resource_id"),
                instant(row, "triggered_at"),
                instant(row, "received_at"),
                instant(row, "committed_at"),
                Outcome.parse(row.getString("outcome")).orElseThrow(),
                row.getString("reason"),
                row.getString("error"),
                row.getInteger("attempts"),
                row.getInteger("duplicates"),
                row.getString("source"),
                new RecordPosition(
                        row.getString("kafka_topic"), row.getInteger("kafka_partition"), row.getLong("kafka_offset")));
    }

    private static Instant instant(Row row, String column) {
        OffsetDateTime value = row.getOffsetDateTime(column);
        return value == null ? null : value.toInstant();
    }
}
