package dev.shopmirror.admin.removal;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

import dev.shopmirror.admin.problem.Problem;
import dev.shopmirror.admin.problem.ProblemException;
import dev.shopmirror.admin.store.Store;
import dev.shopmirror.admin.store.Stores;

/** Removes a store and all that is mirrored of it, after saying what that is. */
@ApplicationScoped
class StoreRemoval {

    private static final String COUNT = """
            SELECT (SELECT count(*) FROM shopify_product WHERE store_id = $1),
                   (SELECT count(*) FROM shopify_product_variant WHERE store_id = $1),
                   (SELECT count(*) FROM shopify_inventory_level WHERE store_id = $1),
                   (SELECT count(*) FROM shopify_inventory_item WHERE store_id = $1),
                   (SELECT count(*) FROM shopify_location WHERE store_id = $1),
                   (SELECT count(*) FROM webhook_subscription WHERE store_id = $1),
                   (SELECT count(*) FROM webhook_delivery WHERE shop_domain = $2)""";

    /** Everything that refers to a store goes with it. */
    private static final String DELETE = "DELETE FROM store WHERE id = $1";

    private final Stores stores;
    private final Pool pool;

    StoreRemoval(Stores stores, Pool pool) {
        this.stores = stores;
        this.pool = pool;
    }

    /**
     * Fails with a problem that says what would be removed, unless it is confirmed.
     *
     * @param confirmation the shop's domain; null when nothing is confirmed
     */
    Uni<RemovalAnswer> remove(UUID storeId, String confirmation) {
        return stores.get(storeId)
                .flatMap(store -> count(store).flatMap(counts -> removeIf(confirmation, store, counts)));
    }

    private Uni<RemovalAnswer> removeIf(String confirmation, Store store, RemovalCounts counts) {
        return store.shopDomain().equalsIgnoreCase(confirmation)
                ? delete(store, counts)
                : Uni.createFrom().failure(confirmationOf(store, counts));
    }

    private Uni<RemovalCounts> count(Store store) {
        return pool.preparedQuery(COUNT)
                .execute(Tuple.of(store.id(), store.shopDomain()))
                .map(rows -> countsOf(rows.iterator().next()));
    }

    private Uni<RemovalAnswer> delete(Store store, RemovalCounts counts) {
        return pool.preparedQuery(DELETE)
                .execute(Tuple.of(store.id()))
                .map(deleted -> RemovalAnswer.of(store.id(), store.shopDomain(), counts));
    }

    private static ProblemException confirmationOf(Store store, RemovalCounts counts) {
        String detail =
                "This removes %s with %s. Its subscriptions at Shopify stay: unregister them first. To go on, repeat with ?confirm=%s"
                        .formatted(store.shopDomain(), counts.describe(), store.shopDomain());
        return ProblemException.of(Problem.CONFIRMATION_REQUIRED, detail)
                .with("confirm", store.shopDomain())
                .with("wouldRemove", counts);
    }

    private static RemovalCounts countsOf(Row row) {
        return new RemovalCounts(
                row.getLong(0),
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6));
    }
}
