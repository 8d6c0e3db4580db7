package dev.shopmirror.admin.subscription;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/** What of a store's row concerns its subscriptions. */
@ApplicationScoped
class StoreColumns {

    private static final String NEEDS_BACKFILL =
            "UPDATE store SET needs_backfill = true, updated_at = now() WHERE id = $1 AND NOT needs_backfill";

    private static final String STOP_HEALING =
            "UPDATE store SET heals_drift = false, updated_at = now() WHERE id = $1 AND heals_drift";

    private final Pool pool;

    StoreColumns(Pool pool) {
        this.pool = pool;
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
}
