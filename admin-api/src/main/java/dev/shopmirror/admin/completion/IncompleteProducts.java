package dev.shopmirror.admin.completion;

import java.time.ZoneOffset;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

/** Which products are to be completed, shared by all replicas: what one has in hand, no other fetches. */
@ApplicationScoped
class IncompleteProducts {

    private static final String LEASE = "interval '2 minutes'";

    /**
     * What was published takes its time through the bulk topic; what failed, or was left by a replica that ended, is
     * tried again sooner. A product that keeps changing is fetched twice a minute at most, however many events came. The
     * exponents are bounded, for an interval that PostgreSQL cannot hold fails the whole statement.
     */
    private static final String DUE = """
            ((c.claimed_until IS NULL OR c.claimed_until < now()) AND c.tried_at < now() - CASE
                WHEN (c.version_at, c.version_triggered_at) < (p.version_at, p.version_triggered_at)
                    THEN interval '30 seconds'
                WHEN c.error IS NULL AND c.claimed_until IS NULL
                    THEN least(interval '10 minutes' * 4 ^ least(c.attempts - 1, 3), interval '6 hours')
                ELSE least(interval '1 minute' * 2 ^ least(c.attempts - 1, 9), interval '6 hours') END)""";

    /**
     * Stores take turns, those with the fewest in hand first, so that one with many or large products does not keep the
     * others waiting. Of a store the newest goes first: it is what somebody is working on.
     */
    private static final String CLAIM = """
            WITH turn AS MATERIALIZED (
                SELECT s.id,
                    (SELECT count(*) FROM product_completion c
                        WHERE c.store_id = s.id AND c.claimed_until > now()) AS in_hand,
                    (SELECT max(c.tried_at) FROM product_completion c WHERE c.store_id = s.id) AS last_at
                FROM store s
                WHERE s.status = 'active'
                    AND EXISTS (SELECT FROM shopify_product p WHERE p.store_id = s.id AND p.incomplete)),
            due AS (
                SELECT p.store_id, p.id, p.version_at, p.version_triggered_at
                FROM shopify_product p
                JOIN turn ON turn.id = p.store_id
                LEFT JOIN product_completion c ON c.store_id = p.store_id AND c.product_id = p.id
                WHERE p.incomplete AND (c.product_id IS NULL OR %1$s)
                ORDER BY turn.in_hand, turn.last_at NULLS FIRST, p.synced_at DESC LIMIT 1),
            claimed AS (
                INSERT INTO product_completion AS c
                    (store_id, product_id, version_at, version_triggered_at, claimed_until)
                SELECT store_id, id, version_at, version_triggered_at, now() + %2$s FROM due
                ON CONFLICT (store_id, product_id) DO UPDATE SET
                    attempts = CASE
                        WHEN (c.version_at, c.version_triggered_at)
                            < (excluded.version_at, excluded.version_triggered_at) THEN 1
                        ELSE c.attempts + 1 END,
                    version_at = excluded.version_at, version_triggered_at = excluded.version_triggered_at,
                    tried_at = now(), claimed_until = excluded.claimed_until, error = NULL
                WHERE EXISTS (
                    SELECT FROM shopify_product p
                    WHERE p.store_id = c.store_id AND p.id = c.product_id AND %1$s)
                RETURNING c.*)
            SELECT claimed.store_id, s.shop_domain, claimed.product_id, claimed.version_at,
                claimed.version_triggered_at, claimed.tried_at, claimed.attempts
            FROM claimed JOIN store s ON s.id = claimed.store_id""".formatted(DUE, LEASE);

    private static final String OF_THE_CLAIM =
            " WHERE store_id = $1 AND product_id = $2 AND tried_at = $3 AND claimed_until IS NOT NULL";

    private static final String KEEP = "UPDATE product_completion SET claimed_until = now() + " + LEASE + OF_THE_CLAIM;

    private static final String RELEASE =
            "UPDATE product_completion SET claimed_until = NULL, tried_at = now(), error = $4" + OF_THE_CLAIM;

    private static final String COUNT = "SELECT count(*) FROM shopify_product WHERE incomplete";

    private final Pool pool;

    IncompleteProducts(Pool pool) {
        this.pool = pool;
    }

    /** Takes one that is due; empty when there is none, or another replica took it at the same moment. */
    Uni<Optional<IncompleteProduct>> claim() {
        return pool.preparedQuery(CLAIM).execute().map(IncompleteProducts::read);
    }

    /** Says that it is still in hand. */
    Uni<Void> keep(IncompleteProduct product) {
        return pool.preparedQuery(KEEP).execute(claim(product)).replaceWithVoid();
    }

    /** @param error why it was not published, for people, without secrets; empty when it was */
    Uni<Void> release(IncompleteProduct product, Optional<String> error) {
        return pool.preparedQuery(RELEASE)
                .execute(claim(product).addValue(error.orElse(null)))
                .replaceWithVoid();
    }

    Uni<Long> count() {
        return pool.query(COUNT).execute().map(rows -> rows.iterator().next().getLong(0));
    }

    private static Tuple claim(IncompleteProduct product) {
        return Tuple.of(
                product.storeId(), product.productId(), product.claimedAt().atOffset(ZoneOffset.UTC));
    }

    private static Optional<IncompleteProduct> read(RowSet<Row> rows) {
        if (!rows.iterator().hasNext()) {
            return Optional.empty();
        }
        Row row = rows.iterator().next();
        return Optional.of(new IncompleteProduct(
                row.getUUID("store_id"),
                row.getString("shop_domain"),
                row.getLong("product_id"),
                row.getOffsetDateTime("version_at").toInstant(),
                row.getOffsetDateTime("version_triggered_at").toInstant(),
                row.getOffsetDateTime("tried_at").toInstant(),
                row.getInteger("attempts")));
    }
}
