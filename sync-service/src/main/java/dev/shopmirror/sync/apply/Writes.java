package dev.shopmirror.sync.apply;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

import dev.shopmirror.sync.table.Column;
import dev.shopmirror.sync.table.MirrorTable;

/**
 * Writes and deletions that hold against transactions that overlap with this one. Both first take the row's place in the
 * primary key, for which the other waits, and both then look at what the other left. Each answers the keys of the rows
 * whose version was the greatest.
 */
final class Writes {

    private Writes() {}

    static Uni<Set<RowId>> upsert(
            SqlConnection connection, MirrorTable table, Set<Column> columns, List<Target> targets) {
        return Statements.upsert(connection, table, columns, targets)
                .flatMap(written -> Statements.bury(connection, table, only(targets, written))
                        .map(buried -> without(written, buried)));
    }

    /** A row that is not there is written first, empty, only to take its place. */
    static Uni<Set<RowId>> delete(SqlConnection connection, MirrorTable table, List<Target> targets) {
        return Statements.upsert(connection, table, Set.of(), targets)
                .map(claimed -> only(targets, claimed))
                .flatMap(claimed -> Statements.entomb(connection, table, claimed)
                        .call(() -> Statements.bury(connection, table, claimed)));
    }

    private static List<Target> only(List<Target> targets, Set<RowId> ids) {
        return targets.stream().filter(target -> ids.contains(target.rowId())).toList();
    }

    private static Set<RowId> without(Set<RowId> ids, Set<RowId> removed) {
        Set<RowId> rest = new HashSet<>(ids);
        rest.removeAll(removed);
        return rest;
    }
}
