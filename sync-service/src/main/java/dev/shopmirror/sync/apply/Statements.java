package dev.shopmirror.sync.apply;

import java.util.List;
import java.util.Set;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

import dev.shopmirror.sync.table.Column;
import dev.shopmirror.sync.table.MirrorTable;

/** Runs the set-based statements. Each answers the keys of the rows it wrote. */
final class Statements {

    private Statements() {}

    static Uni<Set<RowId>> upsert(
            SqlConnection connection, MirrorTable table, Set<Column> columns, List<Target> targets) {
        Upsert upsert = new Upsert(table, columns);
        return connection
                .preparedQuery(upsert.sql())
                .execute(upsert.parameters().of(targets))
                .map(RowId::readAll);
    }

    static Uni<Set<RowId>> delete(SqlConnection connection, MirrorTable table, List<Target> targets) {
        Deletion deletion = new Deletion(table);
        return connection
                .preparedQuery(deletion.sql())
                .execute(deletion.parameters().of(targets))
                .map(RowId::readAll);
    }
}
