package dev.shopmirror.admin.paging;

import java.util.ArrayList;
import java.util.List;

import io.vertx.mutiny.sqlclient.Tuple;

/** The WHERE of a list: conditions that all hold, with their values kept apart from the text. */
public final class Conditions {

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    /** @param condition SQL with a {@code ?} for each value */
    public Conditions and(String condition, Object... parameters) {
        StringBuilder sql = new StringBuilder();
        for (char character : condition.toCharArray()) {
            if (character == '?') {
                values.add(parameters[occurrences(sql)]);
                sql.append('$').append(values.size());
            } else {
                sql.append(character);
            }
        }
        conditions.add(sql.toString());
        return this;
    }

    /** The same where the value is there, else no condition. */
    public Conditions andIfPresent(String condition, Object value) {
        return value == null ? this : and(condition, value);
    }

    public String where() {
        return conditions.isEmpty() ? "" : "WHERE " + String.join(" AND ", conditions);
    }

    public Tuple values() {
        return Tuple.from(values);
    }

    private static int occurrences(CharSequence sql) {
        return (int) sql.chars().filter(character -> character == '$').count();
    }
}
