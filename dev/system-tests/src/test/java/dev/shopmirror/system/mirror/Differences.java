package dev.shopmirror.system.mirror;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/** What is wrong with the rows of one table for one shop, in words: a row each, or a column each. */
final class Differences {

    private final MirrorTable table;
    private final List<String> found = new ArrayList<>();

    private Differences(MirrorTable table) {
        this.table = table;
    }

    static List<String> between(MirrorTable table, List<TruthRow> truth, List<StoredRow> stored) {
        Differences differences = new Differences(table);
        differences.compare(truth, stored);
        return differences.found;
    }

    private void compare(List<TruthRow> truth, List<StoredRow> stored) {
        Map<List<Object>, StoredRow> byKey = new HashMap<>();
        stored.forEach(row -> byKey.put(row.key(table.keys()), row));
        for (TruthRow expected : truth) {
            List<Object> key = table.keys().stream()
                    .map(field -> (Object) expected.fields().get(field).longValue())
                    .toList();
            StoredRow actual = byKey.remove(key);
            if (actual != null) {
                compare(key, expected, actual);
            } else if (expected.extent() == TruthRow.Extent.WHOLE) {
                found.add(table.name() + ' ' + key + " is missing");
            }
        }
        byKey.keySet().forEach(key -> found.add(table.name() + ' ' + key + " should not be there"));
    }

    private void compare(List<Object> key, TruthRow expected, StoredRow actual) {
        Set<String> columns = new HashSet<>(actual.values().keySet());
        columns.removeAll(MirrorTable.BOOKKEEPING);
        for (String column : columns) {
            JsonNode field = expected.fields().path(column);
            Object wanted = expected.derived()
                    .getOrDefault(column, ColumnValue.expected(actual.types().get(column), field));
            boolean known = expected.extent() == TruthRow.Extent.WHOLE || !field.isMissingNode();
            if (known && !ColumnValue.equal(wanted, actual.values().get(column))) {
                found.add(table.name() + ' ' + key + ' ' + column + " is "
                        + actual.values().get(column) + " instead of " + wanted);
            }
        }
        requireColumns(expected, columns);
    }

    /** Otherwise a column that went missing would take its comparison with it. */
    private void requireColumns(TruthRow expected, Set<String> columns) {
        expected.fields().fieldNames().forEachRemaining(field -> {
            if (!columns.contains(field) && !table.unmirrored().contains(field)) {
                found.add(table.name() + " has no column " + field);
            }
        });
    }
}
