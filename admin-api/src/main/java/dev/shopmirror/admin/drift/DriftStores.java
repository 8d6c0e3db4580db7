package dev.shopmirror.admin.drift;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

/** Which stores are due for a look, and what was seen. */
@ApplicationScoped
class DriftStores {

    /**
     * A store is due for one replica alone: the one that writes the time first. Nothing is locked while Shopify is asked,
     * and what a killed replica took is due again a round later. One turn takes no more than a share of all stores, so that
     * a round is spread over its turns, the first one after a start too.
     */
    private static final String CLAIM = """
            WITH due AS MATERIALIZED (
                SELECT id FROM store
                WHERE status = 'active'
                  AND (drift_checked_at IS NULL OR drift_checked_at < now() - make_interval(secs => $1))
                ORDER BY drift_checked_at NULLS FIRST, id
                LIMIT least($2::bigint, (SELECT ceil(count(*) * $3::float8)::bigint FROM store WHERE status = 'active'))
                FOR NO KEY UPDATE SKIP LOCKED)
            UPDATE store SET drift_checked_at = now() FROM due WHERE store.id = due.id
            RETURNING store.id""";

    private static final String RECORD = """
            UPDATE store SET drift = $2
            FROM (SELECT id, drift FROM store WHERE id = $1 FOR NO KEY UPDATE) before
            WHERE store.id = before.id
            RETURNING coalesce(before.drift, '[]') IS DISTINCT FROM store.drift""";

    private static final String SUMMARY = """
            SELECT count(*) FILTER (WHERE drift <> '[]'),
                   coalesce(sum(jsonb_array_length(jsonb_path_query_array(drift, '$[*] ? (@.kind == "missing")'))), 0),
                   min(coalesce(drift_checked_at, created_at))
            FROM store WHERE status = 'active'""";

    /**
     * Two subscriptions for one topic deliver an event under one event id and two webhook ids. One action of a merchant
     * may change a product twice, under one event id too, but not at the same moment.
     */
    private static final String DUPLICATES = """
            SELECT DISTINCT topic FROM (
                SELECT topic, event_id, resource_id, triggered_at, webhook_id FROM webhook_delivery
                WHERE shop_domain = $1 AND committed_at > now() - interval '1 hour'
                ORDER BY committed_at DESC LIMIT 1000) recent
            WHERE event_id IS NOT NULL AND triggered_at IS NOT NULL
            GROUP BY topic, event_id, resource_id, triggered_at
            HAVING count(DISTINCT webhook_id) > 1
            ORDER BY topic""";

    private final Pool pool;

    DriftStores(Pool pool) {
        this.pool = pool;
    }

    /**
     * @param stores active ones with drift
     * @param missing subscriptions of theirs
     * @param oldestLook the longest any active store has not been looked at; null when there is none
     */
    record Summary(long stores, long missing, Instant oldestLook) {}

    /**
     * Ids of stores that are due.
     *
     * @param share of all active stores
     */
    Uni<List<UUID>> claim(Duration every, int most, double share) {
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.of((double) every.toSeconds(), (long) most, share))
                .map(rows -> rows.stream().map(row -> row.getUUID(0)).toList());
    }

    /** Answers whether it is another drift than before. */
    Uni<Boolean> record(UUID storeId, Drift drift) {
        return pool.preparedQuery(RECORD)
                .execute(Tuple.of(storeId, DriftJson.of(drift)))
                .map(rows -> rows.size() > 0 && rows.iterator().next().getBoolean(0));
    }

    Uni<Summary> summary() {
        return pool.query(SUMMARY).execute().map(rows -> summary(rows.iterator().next()));
    }

    /** Topics whose deliveries came twice within the last hour, among the shop's newest. */
    Uni<List<String>> duplicates(String shopDomain) {
        return pool.preparedQuery(DUPLICATES).execute(Tuple.of(shopDomain)).map(DriftStores::topics);
    }

    private static List<String> topics(RowSet<Row> rows) {
        List<String> topics = new ArrayList<>();
        rows.forEach(row -> topics.add(row.getString(0)));
        return topics;
    }

    private static Summary summary(Row row) {
        OffsetDateTime oldest = row.getOffsetDateTime(2);
        return new Summary(row.getLong(0), row.getLong(1), oldest == null ? null : oldest.toInstant());
    }
}
