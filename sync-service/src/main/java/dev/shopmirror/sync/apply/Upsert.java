package dev.shopmirror.sync.apply;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.shopmirror.sync.table.Column;
import dev.shopmirror.sync.table.MirrorTable;

/**
 * Writes rows that say something of the same columns; the columns they leave out stay as they are. Rows of a table with
 * versions are written only where theirs is greater than the row's. Tombstones are {@link Burial}'s.
 */
final class Upsert {

    private final MirrorTable table;
    private final List<Column> columns;
    private final boolean versioned;

    Upsert(MirrorTable table, Set<Column> columns) {
        this.table = table;
        this.columns = List.copyOf(columns);
        this.versioned = table != MirrorTable.VARIANT;
    }

    ArrayParameters<Target> parameters() {
        ArrayParameters<Target> parameters =
                versioned ? TargetParameters.keyAndVersion(table) : TargetParameters.key(table);
        columns.forEach(column -> parameters.column(
                column.name(), column.type(), target -> target.row().value(column)));
        return parameters;
    }

    /** Returns the keys of the rows that were written. */
    String sql() {
        List<String> keys = keys();
        String insertedColumns =
                Stream.concat(keys.stream(), written().stream()).collect(joining(", "));
        String values = Stream.concat(keys.stream().map(key -> "u." + key), writtenValues())
                .collect(joining(", "));
        return "INSERT INTO " + table.tableName() + " AS t (" + insertedColumns + ") SELECT " + values
                + " FROM " + parameters().unnest()
                + " ON CONFLICT (" + String.join(", ", keys) + ") DO UPDATE SET "
                + written().stream().map(name -> name + " = excluded." + name).collect(joining(", "))
                + (versioned
                        ? " WHERE " + TargetParameters.version("t") + " < " + TargetParameters.version("excluded")
                        : "")
                + " RETURNING " + keys.stream().map(key -> "t." + key).collect(joining(", "));
    }

    private List<String> keys() {
        List<String> keys = new ArrayList<>(List.of("store_id"));
        keys.addAll(table.keyColumns());
        return keys;
    }

    private List<String> written() {
        List<String> names = new ArrayList<>();
        if (versioned) {
            names.add("synced_at");
            names.addAll(TargetParameters.VERSION_COLUMNS);
        }
        columns.forEach(column -> names.add(column.name()));
        return names;
    }

    private Stream<String> writtenValues() {
        Stream<String> ours = versioned
                ? Stream.concat(
                        Stream.of("now()"),
                        TargetParameters.VERSION_COLUMNS.stream().map(name -> "u." + name))
                : Stream.empty();
        return Stream.concat(ours, columns.stream().map(column -> column.type().expression("u." + column.name())));
    }
}
