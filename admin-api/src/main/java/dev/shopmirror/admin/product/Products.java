package dev.shopmirror.admin.product;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

import dev.shopmirror.admin.paging.Conditions;
import dev.shopmirror.admin.paging.Page;
import dev.shopmirror.admin.problem.InvalidField;
import dev.shopmirror.admin.problem.Problem;
import dev.shopmirror.admin.problem.ProblemException;

/** The mirrored catalogue. sync-service writes it; here it is only read. */
@ApplicationScoped
class Products {

    private static final String STORES_WITH = """
            SELECT s.id FROM store s
            WHERE EXISTS (SELECT FROM shopify_product p WHERE p.store_id = s.id AND p.id = $1)
            ORDER BY s.id""";

    private final Pool pool;

    Products(Pool pool) {
        this.pool = pool;
    }

    /**
     * Newest synced first.
     *
     * @param stores empty for all of them
     */
    Uni<Page<ProductSummary>> list(Optional<Set<UUID>> stores, ProductQuery.Wanted wanted, String cursor) {
        boolean incompleteOnly = Boolean.TRUE.equals(wanted.incomplete());
        boolean merged = !incompleteOnly && stores.map(Set::size).orElse(1) != 1;
        Conditions conditions = ProductQueries.inStores(stores, merged).andIfPresent("p.status = ?", wanted.status());
        if (wanted.incomplete() != null) {
            conditions.and(incompleteOnly ? "p.incomplete" : "NOT p.incomplete");
        }
        ProductPosition.of(cursor).ifPresent(after -> ProductQueries.position(conditions, after));
        return pool.preparedQuery(ProductQueries.list(conditions, merged, wanted.limit() + 1))
                .execute(conditions.values())
                .map(rows -> list(rows, ProductSummary::of))
                .map(found ->
                        Page.of(found, wanted.limit(), last -> last.position().cursorKey()));
    }

    /**
     * Of the one store that has it; fails with a problem when several do.
     *
     * @param visible empty for all stores
     */
    Uni<ProductView> get(Optional<Set<UUID>> visible, long id) {
        return pool.preparedQuery(STORES_WITH)
                .execute(Tuple.of(id))
                .map(rows -> list(rows, row -> row.getUUID(0)))
                .map(stores -> only(stores, visible, id))
                .flatMap(store -> get(store, id));
    }

    Uni<ProductView> get(UUID storeId, long id) {
        Tuple key = Tuple.of(storeId, id);
        return pool.preparedQuery(ProductQueries.VARIANTS)
                .execute(key)
                .map(rows -> list(rows, VariantView::of))
                .flatMap(variants -> get(key, variants))
                .onItem()
                .ifNull()
                .failWith(() -> notFound(id));
    }

    private Uni<ProductView> get(Tuple key, List<VariantView> variants) {
        return pool.preparedQuery(ProductQueries.PRODUCT)
                .execute(key)
                .map(rows -> rows.rowCount() == 0
                        ? null
                        : ProductView.of(rows.iterator().next(), variants));
    }

    /** A product's id is its shop's alone: another shop may have the same. */
    static UUID only(List<UUID> stores, Optional<Set<UUID>> visible, long id) {
        List<UUID> seen = stores.stream()
                .filter(store -> visible.isEmpty() || visible.get().contains(store))
                .toList();
        if (seen.isEmpty()) {
            throw notFound(id);
        }
        if (seen.size() > 1) {
            throw ProblemException.invalid(List.of(
                    new InvalidField("storeId", "must say which one: " + seen.size() + " stores have this product")));
        }
        return seen.get(0);
    }

    private static ProblemException notFound(long id) {
        return ProblemException.of(Problem.PRODUCT_NOT_FOUND, "No product is mirrored with the id " + id);
    }

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> mapper) {
        return StreamSupport.stream(rows.spliterator(), false).map(mapper).toList();
    }
}
