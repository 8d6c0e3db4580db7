package dev.shopmirror.system.mirror;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** A column's value, read from PostgreSQL or made of Shopify's JSON by the column's SQL type. */
final class ColumnValue {

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build()
            .reader();

    private ColumnValue() {}

    static Object read(ResultSet row, int column) throws SQLException {
        if (row.getObject(column) == null) {
            return null;
        }
        return switch (row.getMetaData().getColumnTypeName(column)) {
            case "timestamptz" -> row.getObject(column, OffsetDateTime.class).toInstant();
            case "_text" -> List.of((Object[]) row.getArray(column).getArray());
            case "jsonb" -> json(row.getString(column));
            default -> row.getObject(column);
        };
    }

    /** What the column should hold of a field; null for JSON's null and for a field that is absent. */
    static Object expected(String sqlType, JsonNode field) {
        if (field.isNull() || field.isMissingNode()) {
            return null;
        }
        return switch (sqlType) {
            case "int8" -> field.longValue();
            case "int4" -> Math.toIntExact(field.longValue());
            case "bool" -> field.booleanValue();
            case "numeric" -> new BigDecimal(field.asText());
            case "timestamptz" -> instant(field);
            case "_text" -> tags(withoutNul(field.textValue()));
            case "jsonb" -> field;
            case "text" -> withoutNul(field.textValue());
            default -> throw new IllegalStateException("Nobody said how " + sqlType + " is compared");
        };
    }

    /** Digits count in decimals, instants in timestamps; JSON documents are equal when their values are. */
    static boolean equal(Object expected, Object actual) {
        return expected instanceof JsonNode one && actual instanceof JsonNode other
                ? one.equals(ColumnValue::compareScalars, other)
                : Objects.equals(expected, actual);
    }

    private static int compareScalars(JsonNode expected, JsonNode actual) {
        if (expected.isNumber() && actual.isNumber()) {
            return expected.decimalValue().compareTo(actual.decimalValue());
        }
        if (expected.isTextual() && actual.isTextual()) {
            return withoutNul(expected.textValue()).compareTo(actual.textValue());
        }
        return expected.equals(actual) ? 0 : 1;
    }

    private static Instant instant(JsonNode field) {
        return OffsetDateTime.parse(field.textValue()).toInstant();
    }

    private static List<String> tags(String tags) {
        return tags.isEmpty() ? List.of() : List.of(tags.split(", ", -1));
    }

    /** PostgreSQL cannot hold U+0000, and the mirror promises to leave it out. */
    private static String withoutNul(String text) {
        return text.replace("\u0000", "");
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
