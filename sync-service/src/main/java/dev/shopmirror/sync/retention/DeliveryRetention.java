package dev.shopmirror.sync.retention;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Removes old rows of the ledger, a chunk a transaction, on one replica at a time. */
@ApplicationScoped
class DeliveryRetention {

    static final int CHUNK = 5_000;

    /** Any number, if only all replicas have the same. */
    static final long LOCK = 0x73686f706d697272L;

    private static final String TRY_LOCK = "SELECT pg_try_advisory_xact_lock($1)";

    /**
     * The array makes it look the rows up by their place, whatever the planner thinks of the rest. The age is asked again
     * of what stands there when it is deleted: a redrive may just have settled the delivery anew.
     */
    private static final String DELETE = """
            DELETE FROM webhook_delivery WHERE ctid = ANY (ARRAY(
                SELECT ctid FROM webhook_delivery WHERE committed_at < now() - make_interval(secs => $1)
                ORDER BY committed_at LIMIT $2))
            AND committed_at < now() - make_interval(secs => $1)""";

    private final Pool pool;
    private final double ageSeconds;

    DeliveryRetention(Pool pool, RetentionConfig config) {
        this.pool = pool;
        this.ageSeconds = config.deliveries().toSeconds();
    }

    /** Answers how many rows of a chunk were removed; 0 also when another replica is at it. */
    Uni<Integer> removeChunk() {
        return pool.withTransaction(connection -> locked(connection)
                .flatMap(
                        locked -> locked ? delete(connection) : Uni.createFrom().item(0)));
    }

    private static Uni<Boolean> locked(SqlConnection connection) {
        return connection
                .preparedQuery(TRY_LOCK)
                .execute(Tuple.of(LOCK))
                .map(DeliveryRetention::first)
                .map(row -> row.getBoolean(0));
    }

    private Uni<Integer> delete(SqlConnection connection) {
        return connection
                .preparedQuery(DELETE)
                .execute(Tuple.of(ageSeconds, (long) CHUNK))
                .map(RowSet::rowCount);
    }

    private static Row first(RowSet<Row> rows) {
        return rows.iterator().next();
    }
}
