package dev.shopmirror.admin.completion;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

/** Which products are to be completed, shared by all replicas: what one has claimed, no other fetches. */
@ApplicationScoped
class IncompleteProducts {

    /**
     * What was published takes its time through the bulk topic; what failed is tried again sooner. A product that keeps
     * changing is fetched twice a minute at most, however many events came. The exponents are bounded, for an interval
     * that PostgreSQL cannot hold fails the whole statement.
     */
    private static final String DUE = """
            (c.version_at < p.version_at AND c.tried_at < now() - interval '30 seconds'
            OR c.error IS NULL AND c.tried_at < now() - least(interval '10 minutes' * 4 ^ least(c.attempts - 1, 3), interval '6 hours')
            OR c.error IS NOT NULL AND c.tried_at < now() - least(interval '1 minute' * 2 ^ least(c.attempts - 1, 9), interval '6 hours'))""";

    /** The newest first: they are what somebody is working on. */
    private static final String CLAIM = """
            WITH due AS (
                SELECT p.store_id, p.id, p.version_at
                FROM shopify_product p
                JOIN store s ON s.id = p.store_id
                LEFT JOIN product_completion c ON c.store_id = p.store_id AND c.product_id = p.id
                WHERE p.incomplete AND s.status = 'active' AND (c.product_id IS NULL OR %1$s)
                ORDER BY p.synced_at DESC LIMIT $1),
            claimed AS (
                INSERT INTO product_completion AS c (store_id, product_id, version_at)
                SELECT store_id, id, version_at FROM due
                ON CONFLICT (store_id, product_id) DO UPDATE SET
                    attempts = CASE WHEN c.version_at < excluded.version_at THEN 1 ELSE c.attempts + 1 END,
                    version_at = excluded.version_at, tried_at = now(), error = NULL
                WHERE EXISTS (
                    SELECT FROM shopify_product p
                    WHERE p.store_id = c.store_id AND p.id = c.product_id AND %1$s)
                RETURNING c.store_id, c.product_id, c.attempts)
            SELECT p.store_id, s.shop_domain, p.id, p.version_at, p.version_triggered_at, claimed.attempts
            FROM claimed
            JOIN shopify_product p ON p.store_id = claimed.store_id AND p.id = claimed.product_id
            JOIN store s ON s.id = p.store_id
            ORDER BY p.synced_at DESC""".formatted(DUE);

    private static final String FAILED =
            "UPDATE product_completion SET error = $3 WHERE store_id = $1 AND product_id = $2";

    private static final String COUNT = "SELECT count(*) FROM shopify_product WHERE incomplete";

    private final Pool pool;

    IncompleteProducts(Pool pool) {
        this.pool = pool;
    }

    /** Takes up to so many products that are due. */
    Uni<List<IncompleteProduct>> claim(int most) {
        return pool.preparedQuery(CLAIM).execute(Tuple.of((long) most)).map(IncompleteProducts::read);
    }

    /** @param why for people, without secrets */
    Uni<Void> recordFailure(IncompleteProduct product, String why) {
        return pool.preparedQuery(FAILED)
                .execute(Tuple.of(product.storeId(), product.productId(), why))
                .replaceWithVoid();
    }

    Uni<Long> count() {
        return pool.query(COUNT).execute().map(rows -> rows.iterator().next().getLong(0));
    }

    private static List<IncompleteProduct> read(RowSet<Row> rows) {
        List<IncompleteProduct> products = new ArrayList<>();
        for (Row row : rows) {
            products.add(new IncompleteProduct(
                    row.getUUID("store_id"),
                    row.getString("shop_domain"),
                    row.getLong("id"),
                    row.getOffsetDateTime("version_at").toInstant(),
                    row.getOffsetDateTime("version_triggered_at").toInstant(),
                    row.getInteger("attempts")));
        }
        return products;
    }
}
