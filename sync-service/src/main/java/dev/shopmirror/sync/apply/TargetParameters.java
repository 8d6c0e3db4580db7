package dev.shopmirror.sync.apply;

import static java.util.stream.Collectors.joining;

import java.util.List;

import dev.shopmirror.sync.table.MirrorTable;

/** The parameters that the statements of a table begin with. */
final class TargetParameters {

    /** A version's columns, in the order in which versions are compared. */
    static final List<String> VERSION_COLUMNS = List.of("version_at", "version_triggered_at", "version_webhook_id");

    private TargetParameters() {}

    static ArrayParameters<Target> key(MirrorTable table) {
        ArrayParameters<Target> parameters = new ArrayParameters<Target>().uuid("store_id", Target::storeId);
        parameters.bigint(table.keyColumns().get(0), Target::id);
        if (table.keyColumns().size() > 1) {
            parameters.bigint(table.keyColumns().get(1), Target::subId);
        }
        return parameters;
    }

    static ArrayParameters<Target> keyAndVersion(MirrorTable table) {
        return key(table)
                .timestamp("version_at", target -> target.version().at())
                .timestamp("version_triggered_at", target -> target.version().triggeredAt())
                .text("version_webhook_id", target -> target.version().webhookId());
    }

    /** {@code (p.version_at, p.version_triggered_at, p.version_webhook_id)}. */
    static String version(String alias) {
        return "(" + alias + "." + String.join(", " + alias + ".", VERSION_COLUMNS) + ")";
    }

    /** Where a row {@code t} of the table is that of the unnested row {@code u}. */
    static String isSameRow(MirrorTable table) {
        return "t.store_id = u.store_id AND "
                + table.keyColumns().stream()
                        .map(key -> "t." + key + " = u." + key)
                        .collect(joining(" AND "));
    }

    /** Where a tombstone {@code d} is that of the unnested row {@code u}. */
    static String isTombstoneOf(MirrorTable table) {
        return "d.store_id = u.store_id AND d.kind = '%s' AND d.id = u.%s AND d.sub_id = %s"
                .formatted(table.kind(), table.keyColumns().get(0), subId(table));
    }

    /** What tombstones call the second id of the unnested row {@code u}; 0 where one id is enough. */
    static String subId(MirrorTable table) {
        return table.keyColumns().size() > 1 ? "u." + table.keyColumns().get(1) : "0";
    }
}
