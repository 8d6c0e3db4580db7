package dev.shopmirror.sync.apply;

import static java.util.stream.Collectors.joining;

import dev.shopmirror.sync.table.MirrorTable;

/**
 * Removes rows that a tombstone of no lesser version forbids. It is a statement of its own, after the write: a transaction
 * that overlaps with this one and deletes the resource holds the row's place in the primary key until it has committed its
 * tombstone, so by the time the write went through, the tombstone can be seen, but only by a statement that begins then.
 */
final class Burial {

    private final MirrorTable table;

    Burial(MirrorTable table) {
        this.table = table;
    }

    ArrayParameters<Target> parameters() {
        return TargetParameters.key(table);
    }

    /** Returns the keys of the rows that were removed. */
    String sql() {
        return """
                DELETE FROM %1$s t USING %2$s, tombstone d
                WHERE %3$s AND %4$s AND %5$s >= %6$s
                RETURNING t.store_id, %7$s""".formatted(
                        table.tableName(),
                        parameters().unnest(),
                        TargetParameters.isSameRow(table),
                        TargetParameters.isTombstoneOf(table),
                        TargetParameters.version("d"),
                        TargetParameters.version("t"),
                        table.keyColumns().stream().map(key -> "t." + key).collect(joining(", ")));
    }
}
