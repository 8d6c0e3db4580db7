package dev.shopmirror.sync.apply;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.vertx.mutiny.sqlclient.Tuple;

import dev.shopmirror.sync.table.ColumnType;

/**
 * Rows as columns: one array parameter a column, so that one statement writes a whole batch.
 * {@code unnest($1::uuid[], $2::bigint[]) AS u (store_id, id)}.
 *
 * @param <T> what a row is made of
 */
public final class ArrayParameters<T> {

    private final List<Parameter<T>> parameters = new ArrayList<>();

    public ArrayParameters<T> uuid(String name, Function<T, UUID> value) {
        return add(name, "uuid[]", UUID[]::new, value);
    }

    public ArrayParameters<T> bigint(String name, Function<T, Long> value) {
        return column(name, ColumnType.BIGINT, value);
    }

    public ArrayParameters<T> integer(String name, Function<T, Integer> value) {
        return column(name, ColumnType.INTEGER, value);
    }

    public ArrayParameters<T> text(String name, Function<T, String> value) {
        return column(name, ColumnType.TEXT, value);
    }

    public ArrayParameters<T> timestamp(String name, Function<T, Instant> value) {
        return column(name, ColumnType.TIMESTAMP, row -> utc(value.apply(row)));
    }

    public ArrayParameters<T> column(String name, ColumnType type, Function<T, ?> value) {
        return add(name, type.arrayType(), type::newArray, value);
    }

    /** The table expression that turns the arrays back into rows, under the alias {@code u}. */
    public String unnest() {
        String arrays = IntStream.range(0, parameters.size())
                .mapToObj(i -> "$" + (i + 1) + "::" + parameters.get(i).arrayType)
                .collect(Collectors.joining(", "));
        String names = parameters.stream().map(Parameter::name).collect(Collectors.joining(", "));
        return "unnest(" + arrays + ") AS u (" + names + ")";
    }

    /** The arrays for these rows. */
    public Tuple of(List<T> rows) {
        Tuple tuple = Tuple.tuple();
        for (Parameter<T> parameter : parameters) {
            tuple.addValue(parameter.arrayOf(rows));
        }
        return tuple;
    }

    private ArrayParameters<T> add(
            String name, String arrayType, Function<Integer, Object[]> newArray, Function<T, ?> value) {
        parameters.add(new Parameter<>(name, arrayType, newArray, value));
        return this;
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private record Parameter<T>(
            String name, String arrayType, Function<Integer, Object[]> newArray, Function<T, ?> value) {

        Object[] arrayOf(List<T> rows) {
            Object[] array = newArray.apply(rows.size());
            for (int i = 0; i < array.length; i++) {
                array[i] = value.apply(rows.get(i));
            }
            return array;
        }
    }
}
