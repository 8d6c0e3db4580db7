package dev.shopmirror.admin.ledger;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import dev.shopmirror.admin.paging.Conditions;
import dev.shopmirror.admin.paging.Cursor;

/** The conditions of the ledger's lists, and their order: by the time of commit, then by the key. */
final class LedgerQueries {

    private static final String COLUMNS = """
            SELECT d.shop_domain, d.topic, d.webhook_id, d.event_id, d.resource_id, d.triggered_at, d.received_at,
                d.committed_at, d.outcome, d.reason, d.error, d.attempts, d.duplicates, d.source, d.kafka_topic,
                d.kafka_partition, d.kafka_offset, s.id AS store_id
            FROM webhook_delivery d LEFT JOIN store s ON s.shop_domain = d.shop_domain
            """;

    /** The first condition is for the index, which knows the time alone. */
    private static final String BEFORE =
            "d.committed_at <= ? AND (d.committed_at, d.shop_domain, d.topic, d.webhook_id) < (?, ?, ?, ?)";

    private static final String AFTER =
            "d.committed_at >= ? AND (d.committed_at, d.shop_domain, d.topic, d.webhook_id) > (?, ?, ?, ?)";

    private LedgerQueries() {}

    static Conditions matching(Selection selection) {
        DeliveryFilter filter = selection.filter();
        Conditions conditions = new Conditions();
        selection.shopDomains().ifPresent(domains -> oneOf(conditions, "d.shop_domain", domains));
        if (filter.outcome() != null) {
            // as text, for a planner that does not know the value does not use an index of some outcomes
            conditions.and("d.outcome = '" + filter.outcome().code() + "'");
        }
        if (filter.reasons() != null) {
            oneOf(conditions, "d.reason", filter.reasons());
        }
        return conditions
                .andIfPresent("d.topic = ?", filter.topic())
                .andIfPresent("d.resource_id = ?", filter.resourceId())
                .andIfPresent("d.committed_at >= ?", timestamp(filter.from()))
                .andIfPresent("d.committed_at < ?", timestamp(filter.to()));
    }

    static Conditions key(DeliveryKey key) {
        return new Conditions()
                .and("d.shop_domain = ?", key.shopDomain())
                .and("d.topic = ?", key.topic())
                .and("d.webhook_id = ?", key.webhookId());
    }

    static Conditions before(Conditions conditions, LedgerPosition position) {
        return beyond(BEFORE, conditions, position);
    }

    static Conditions after(Conditions conditions, LedgerPosition position) {
        return beyond(AFTER, conditions, position);
    }

    static String newestFirst(Conditions conditions, int limit) {
        return COLUMNS + conditions.where()
                + " ORDER BY d.committed_at DESC, d.shop_domain DESC, d.topic DESC, d.webhook_id DESC LIMIT " + limit;
    }

    static String oldestFirst(Conditions conditions, int limit) {
        return COLUMNS + conditions.where() + " ORDER BY d.committed_at, d.shop_domain, d.topic, d.webhook_id LIMIT "
                + limit;
    }

    static String count(Conditions conditions) {
        return "SELECT count(*) FROM webhook_delivery d " + conditions.where();
    }

    static Optional<LedgerPosition> position(String cursor) {
        return Cursor.parts(cursor, 4).map(LedgerQueries::position);
    }

    private static LedgerPosition position(List<String> parts) {
        return new LedgerPosition(Cursor.time(parts.get(0)), new DeliveryKey(parts.get(1), parts.get(2), parts.get(3)));
    }

    private static Conditions beyond(String condition, Conditions conditions, LedgerPosition position) {
        Object moment = timestamp(position.committedAt());
        DeliveryKey key = position.key();
        return conditions.and(condition, moment, moment, key.shopDomain(), key.topic(), key.webhookId());
    }

    /** One shop is found in its index in the wanted order, which several are not. */
    private static void oneOf(Conditions conditions, String column, List<String> values) {
        if (values.size() == 1) {
            conditions.and(column + " = ?", values.get(0));
        } else {
            conditions.and(column + " = ANY(?)", (Object) values.toArray(String[]::new));
        }
    }

    private static Object timestamp(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
