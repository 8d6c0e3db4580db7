package dev.shopmirror.sync.apply;

import dev.shopmirror.sync.table.MirrorTable;

/** Leaves tombstones, where there is none of a greater or equal version. */
final class Tombstones {

    private final MirrorTable table;

    Tombstones(MirrorTable table) {
        this.table = table;
    }

    ArrayParameters<Target> parameters() {
        return TargetParameters.keyAndVersion(table);
    }

    /** Returns the keys of the resources whose tombstone was written. */
    String sql() {
        return """
                INSERT INTO tombstone AS d
                    (store_id, kind, id, sub_id, version_at, version_triggered_at, version_webhook_id)
                SELECT u.store_id, '%s', u.%s, %s, u.version_at, u.version_triggered_at, u.version_webhook_id
                FROM %s
                ON CONFLICT (store_id, kind, id, sub_id) DO UPDATE SET
                    version_at = excluded.version_at,
                    version_triggered_at = excluded.version_triggered_at,
                    version_webhook_id = excluded.version_webhook_id
                WHERE %s < %s
                RETURNING d.store_id, d.id, d.sub_id""".formatted(
                        table.kind(),
                        table.keyColumns().get(0),
                        TargetParameters.subId(table),
                        parameters().unnest(),
                        TargetParameters.version("d"),
                        TargetParameters.version("excluded"));
    }
}
