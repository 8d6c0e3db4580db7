package dev.shopmirror.admin.subscription;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

import dev.shopmirror.admin.wanted.WantedTopic;

/** What of a store's row concerns its subscriptions. */
@ApplicationScoped
class StoreColumns {

    private static final String WANTED = "SELECT wanted_webhooks FROM store WHERE id = $1";

    private static final String NEEDS_BACKFILL =
            "UPDATE store SET needs_backfill = true, updated_at = now() WHERE id = $1 AND NOT needs_backfill";

    private static final String STOP_HEALING =
            "UPDATE store SET heals_drift = false, updated_at = now() WHERE id = $1 AND heals_drift";

    private final Pool pool;

    StoreColumns(Pool pool) {
        this.pool = pool;
    }

    /** Empty for the configured topics. */
    Uni<Optional<List<WantedTopic>>> wanted(UUID storeId) {
        return pool.preparedQuery(WANTED).execute(Tuple.of(storeId)).map(StoreColumns::wanted);
    }

    /** What Shopify did not deliver meanwhile, no subscription brings back. Answers whether that is news. */
    Uni<Boolean> needsBackfill(UUID storeId) {
        return changed(NEEDS_BACKFILL, storeId);
    }

    /** Answers whether it was on. */
    Uni<Boolean> stopHealing(UUID storeId) {
        return changed(STOP_HEALING, storeId);
    }

    private Uni<Boolean> changed(String update, UUID storeId) {
        return pool.preparedQuery(update).execute(Tuple.of(storeId)).map(rows -> rows.rowCount() > 0);
    }

    private static Optional<List<WantedTopic>> wanted(RowSet<Row> rows) {
        return rows.size() == 0
                ? Optional.empty()
                : Optional.ofNullable(rows.iterator().next().getJsonArray(0)).map(StoreColumns::topics);
    }

    /** {@code [{"topic": …, "fields": […], "filter": …}]}. */
    static List<WantedTopic> topics(JsonArray json) {
        List<WantedTopic> topics = new ArrayList<>();
        for (int i = 0; i < json.size(); i++) {
            JsonObject one = json.getJsonObject(i);
            topics.add(new WantedTopic(
                    one.getString("topic"), texts(one.getJsonArray("fields")), one.getString("filter")));
        }
        return topics;
    }

    private static List<String> texts(JsonArray json) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; json != null && i < json.size(); i++) {
            texts.add(json.getString(i));
        }
        return texts;
    }
}
