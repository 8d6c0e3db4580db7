package dev.shopmirror.sync.schema;

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

    private final Pool pool;

    SchemaHistory(Pool pool) {
        this.pool = pool;
    }

    /** Never fails. */
    Uni<SchemaState> read() {
        return pool.query(SchemaVersion.QUERY)
                .execute()
                .map(SchemaHistory::newest)
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
