package dev.shopmirror.sync.schema;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.pgclient.PgException;

import dev.shopmirror.database.SchemaVersion;

/** Asks the database which migrations ran. */
@ApplicationScoped
class SchemaHistory {

    /** A database that vanishes hangs up on nobody. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Pool pool;

    SchemaHistory(Pool pool) {
        this.pool = pool;
    }

    /** Never fails, and does not wait for a database that is silent. */
    Uni<SchemaState> read() {
        return pool.query(SchemaVersion.QUERY)
                .execute()
                .map(SchemaHistory::newest)
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .recoverWithItem(SchemaHistory::refused);
    }

    private static SchemaState newest(RowSet<Row> rows) {
        return SchemaState.of(rows.iterator().next().getInteger(0));
    }

    private static SchemaState refused(Throwable failure) {
        return failure instanceof PgException refusal && SchemaVersion.isTooOld(refusal.getSqlState())
                ? SchemaState.of(null)
                : SchemaState.UNKNOWN;
    }
}
