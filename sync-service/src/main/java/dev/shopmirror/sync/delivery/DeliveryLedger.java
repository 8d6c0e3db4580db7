package dev.shopmirror.sync.delivery;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import dev.shopmirror.sync.apply.ArrayParameters;
import dev.shopmirror.sync.store.KnownStore;

/** The table {@code webhook_delivery}: one row a delivery, whatever became of it. */
@ApplicationScoped
class DeliveryLedger {

    /** Outcomes that a later copy of the delivery may still change. */
    private static final String OPEN =
            "(d.outcome = 'dead_lettered' OR d.outcome = 'ignored' AND d.reason IN ('unknown_store', 'inactive_store'))";

    private static final ArrayParameters<Delivery> KEYS = withKey(new ArrayParameters<Delivery>());

    private static final ArrayParameters<Delivery> POSITIONS = withPosition(withKey(new ArrayParameters<Delivery>()));

    private static final ArrayParameters<Settled> ENTRIES = new ArrayParameters<Settled>()
            .text("shop_domain", settled -> settled.delivery().key().shopDomain())
            .text("topic", settled -> settled.delivery().key().topic())
            .text("webhook_id", settled -> settled.delivery().key().webhookId())
            .text("event_id", settled -> settled.delivery().event().eventId())
            .bigint("resource_id", settled -> settled.delivery().resourceId())
            .timestamp("triggered_at", settled -> settled.delivery().event().triggeredAt())
            .timestamp("received_at", settled -> settled.delivery().event().receivedAt())
            .text("outcome", settled -> settled.outcome().kind().name().toLowerCase(Locale.ROOT))
            .text("reason", settled -> settled.outcome().reason())
            .text("error", settled -> settled.outcome().error())
            .text("source", settled -> settled.delivery().event().source().headerValue())
            .text("kafka_topic", settled -> settled.delivery().record().topic())
            .integer("kafka_partition", settled -> settled.delivery().record().partition())
            .bigint("kafka_offset", settled -> settled.delivery().record().offset());

    private static final String FIND = """
            SELECT DISTINCT d.shop_domain, d.topic, d.webhook_id, %s IS TRUE AS open,
                concat_ws('-', d.kafka_topic, d.kafka_partition, d.kafka_offset) AS place
            FROM %s JOIN webhook_delivery d USING (shop_domain, topic, webhook_id)""".formatted(OPEN, KEYS.unnest());

    private static final String RECORD = """
            INSERT INTO webhook_delivery AS d (shop_domain, topic, webhook_id, event_id, resource_id, triggered_at,
                received_at, committed_at, outcome, reason, error, source, kafka_topic, kafka_partition, kafka_offset)
            SELECT u.shop_domain, u.topic, u.webhook_id, u.event_id, u.resource_id, u.triggered_at,
                u.received_at, clock_timestamp(), u.outcome, u.reason, u.error, u.source,
                u.kafka_topic, u.kafka_partition, u.kafka_offset
            FROM %s
            ORDER BY u.shop_domain, u.topic, u.webhook_id
            ON CONFLICT (shop_domain, topic, webhook_id) DO UPDATE SET
                event_id = excluded.event_id, resource_id = excluded.resource_id,
                triggered_at = excluded.triggered_at, received_at = excluded.received_at,
                committed_at = excluded.committed_at, outcome = excluded.outcome, reason = excluded.reason,
                error = excluded.error, source = excluded.source, kafka_topic = excluded.kafka_topic,
                kafka_partition = excluded.kafka_partition, kafka_offset = excluded.kafka_offset,
                attempts = d.attempts + 1
            WHERE (excluded.source = 'replay' OR %s)
                AND (d.kafka_topic, d.kafka_partition, d.kafka_offset)
                    <> (excluded.kafka_topic, excluded.kafka_partition, excluded.kafka_offset)
            RETURNING d.shop_domain, d.topic, d.webhook_id""".formatted(ENTRIES.unnest(), OPEN);

    /** A record that Kafka hands out again is no duplicate of itself. */
    private static final String COUNT_DUPLICATES = """
            UPDATE webhook_delivery d SET duplicates = d.duplicates + copies.count
            FROM (SELECT u.shop_domain, u.topic, u.webhook_id, count(*)::integer AS count
                  FROM %s JOIN webhook_delivery e USING (shop_domain, topic, webhook_id)
                  WHERE (e.kafka_topic, e.kafka_partition, e.kafka_offset)
                      <> (u.kafka_topic, u.kafka_partition, u.kafka_offset)
                  GROUP BY 1, 2, 3) AS copies
            WHERE d.shop_domain = copies.shop_domain AND d.topic = copies.topic
                AND d.webhook_id = copies.webhook_id""".formatted(POSITIONS.unnest());

    private static final String TAKE_UP_ERASURE = """
            UPDATE webhook_delivery d SET outcome = 'applied', reason = NULL, committed_at = clock_timestamp()
            FROM store s
            WHERE s.id = $1 AND d.shop_domain = s.shop_domain AND d.topic = 'shop/redact'
                AND d.outcome = 'stale' AND d.reason = 'not_uninstalled'
                AND d.received_at >= s.uninstalled_at + interval '24 hours'
            RETURNING d.received_at""";

    /** What is known of the deliveries already. */
    Uni<Map<DeliveryKey, LedgerEntry>> find(SqlConnection connection, List<Delivery> deliveries) {
        return connection.preparedQuery(FIND).execute(KEYS.of(deliveries)).map(DeliveryLedger::entries);
    }

    /** Writes outcomes. Answers the keys that were written; the others were settled by another replica meanwhile. */
    Uni<Set<DeliveryKey>> record(SqlConnection connection, List<Settled> settled) {
        return settled.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : connection.preparedQuery(RECORD).execute(ENTRIES.of(settled)).map(DeliveryLedger::keys);
    }

    Uni<Void> countDuplicates(SqlConnection connection, List<Delivery> duplicates) {
        return duplicates.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection
                        .preparedQuery(COUNT_DUPLICATES)
                        .execute(POSITIONS.of(duplicates))
                        .replaceWithVoid();
    }

    /**
     * Turns the outcome of a demand to erase a store, which did not count the store as uninstalled for a day, into applied,
     * if by now it was. Answers when the demand was received; the caller does what it demands.
     */
    Uni<Optional<Instant>> takeUpErasure(SqlConnection connection, KnownStore store) {
        return connection
                .preparedQuery(TAKE_UP_ERASURE)
                .execute(Tuple.of(store.id()))
                .map(rows -> rows.stream()
                        .map(row -> row.getOffsetDateTime("received_at").toInstant())
                        .findFirst());
    }

    private static ArrayParameters<Delivery> withKey(ArrayParameters<Delivery> parameters) {
        return parameters
                .text("shop_domain", delivery -> delivery.key().shopDomain())
                .text("topic", delivery -> delivery.key().topic())
                .text("webhook_id", delivery -> delivery.key().webhookId());
    }

    private static ArrayParameters<Delivery> withPosition(ArrayParameters<Delivery> parameters) {
        return parameters
                .text("kafka_topic", delivery -> delivery.record().topic())
                .integer("kafka_partition", delivery -> delivery.record().partition())
                .bigint("kafka_offset", delivery -> delivery.record().offset());
    }

    private static Map<DeliveryKey, LedgerEntry> entries(RowSet<Row> rows) {
        Map<DeliveryKey, LedgerEntry> entries = new HashMap<>();
        for (Row row : rows) {
            entries.put(
                    new DeliveryKey(row.getString(0), row.getString(1), row.getString(2)),
                    new LedgerEntry(row.getBoolean("open"), row.getString("place")));
        }
        return entries;
    }

    private static Set<DeliveryKey> keys(RowSet<Row> rows) {
        Set<DeliveryKey> keys = new HashSet<>();
        for (Row row : rows) {
            keys.add(new DeliveryKey(row.getString(0), row.getString(1), row.getString(2)));
        }
        return keys;
    }
}
