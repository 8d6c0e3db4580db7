package dev.shopmirror.sync.apply;

import static java.util.stream.Collectors.joining;

import dev.shopmirror.sync.table.MirrorTable;

/** Removes rows and leaves tombstones, where the deletion's version is greater than the row's and the tombstone's. */
final class Deletion {

    private final MirrorTable table;

    Deletion(MirrorTable table) {
        this.table = table;
    }

    ArrayParameters<Target> parameters() {
        return TargetParameters.keyAndVersion(table);
    }

    /** Returns the keys of the resources that are deleted by this, whether there was a row or not. */
    String sql() {
        String sameRow = "p.store_id = u.store_id AND "
                + table.keyColumns().stream()
                        .map(key -> "p." + key + " = u." + key)
                        .collect(joining(" AND "));
        return """
                WITH u AS (SELECT * FROM %1$s),
                removed AS (DELETE FROM %2$s p USING u WHERE %3$s AND %5$s < %6$s)
                INSERT INTO tombstone AS d
                    (store_id, kind, id, sub_id, version_at, version_triggered_at, version_webhook_id)
                SELECT u.store_id, '%4$s', u.%7$s, %8$s,
                    u.version_at, u.version_triggered_at, u.version_webhook_id
                FROM u WHERE NOT EXISTS (SELECT FROM %2$s p WHERE %3$s AND %5$s >= %6$s)
                ON CONFLICT (store_id, kind, id, sub_id) DO UPDATE SET
                    version_at = excluded.version_at,
                    version_triggered_at = excluded.version_triggered_at,
                    version_webhook_id = excluded.version_webhook_id
                WHERE %9$s < %10$s
                RETURNING d.store_id, d.id, d.sub_id""".formatted(
                        parameters().unnest(),
                        table.tableName(),
                        sameRow,
                        table.kind(),
                        TargetParameters.version("p"),
                        TargetParameters.version("u"),
                        table.keyColumns().get(0),
                        TargetParameters.subId(table),
                        TargetParameters.version("d"),
                        TargetParameters.version("excluded"));
    }
}
