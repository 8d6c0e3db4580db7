package dev.shopmirror.sync.table;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What a body says of one row. A column that is absent stays as it is in the database; one that is null becomes null.
 */
public record Row(Map<Column, @Nullable Object> values) {

    public static final Row EMPTY = new Row(Map.of());

    /** Reads the fields that the table has columns for; every other field is ignored. */
    public static Row read(JsonNode body, MirrorTable table) {
        Map<Column, @Nullable Object> values = new LinkedHashMap<>();
        for (Column column : table.columns()) {
            JsonNode value = body.get(column.name());
            if (value != null) {
                values.put(column, read(column, value));
            }
        }
        return new Row(values);
    }

    public Row with(Column column, Object value) {
        Map<Column, @Nullable Object> extended = new LinkedHashMap<>(values);
        extended.put(column, value);
        return new Row(extended);
    }

    public Set<Column> columns() {
        return values.keySet();
    }

    public @Nullable Object value(Column column) {
        return values.get(column);
    }

    private static @Nullable Object read(Column column, JsonNode value) {
        try {
            return column.type().read(value);
        } catch (PoisonException e) {
            throw new PoisonException(e.reason(), column.name() + " " + e.getMessage());
        }
    }
}
