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

    /** Writes rows; those of a table with versions only where theirs is the greatest. */
    static Uni<Set<RowId>> upsert(
            SqlConnection connection, MirrorTable table, Set<Column> columns, List<Target> targets) {
        Upsert upsert = new Upsert(table, columns);
        return run(connection, upsert.sql(), upsert.parameters(), targets);
    }

    /** Removes those rows of the targets that a tombstone forbids. */
    static Uni<Set<RowId>> bury(SqlConnection connection, MirrorTable table, List<Target> targets) {
        Burial burial = new Burial(table);
        return run(connection, burial.sql(), burial.parameters(), targets);
    }

    /** Leaves tombstones where theirs is the greatest version. */
    static Uni<Set<RowId>> entomb(SqlConnection connection, MirrorTable table, List<Target> targets) {
        Tombstones tombstones = new Tombstones(table);
        return run(connection, tombstones.sql(), tombstones.parameters(), targets);
    }

    private static Uni<Set<RowId>> run(
            SqlConnection connection, String sql, ArrayParameters<Target> parameters, List<Target> targets) {
        return targets.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : connection.preparedQuery(sql).execute(parameters.of(targets)).map(RowId::readAll);
    }
}
