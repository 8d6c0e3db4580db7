package dev.shopmirror.sync.table;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.IntFunction;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** How a value travels: from JSON, as an element of an array parameter, into a column. */
public enum ColumnType {
    TEXT(String[]::new, "text[]", "%s") {
        @Override
        Object convert(JsonNode value) {
            return scalar(value).asText();
        }
    },
    BIGINT(Long[]::new, "bigint[]", "%s") {
        @Override
        Object convert(JsonNode value) {
            if (!value.isIntegralNumber()) {
                throw new PoisonException(PoisonReason.WRONG_TYPE, "is no integer");
            }
            if (!value.canConvertToLong()) {
                throw new PoisonException(PoisonReason.OUT_OF_RANGE, "is beyond 64 bits");
            }
            return value.longValue();
        }
    },
    INTEGER(Integer[]::new, "integer[]", "%s") {
        @Override
        Object convert(JsonNode value) {
            long number = (Long) BIGINT.convert(value);
            if (number != (int) number) {
                throw new PoisonException(PoisonReason.OUT_OF_RANGE, "is beyond 32 bits");
            }
            return (int) number;
        }
    },
    BOOLEAN(Boolean[]::new, "boolean[]", "%s") {
        @Override
        Object convert(JsonNode value) {
            if (!value.isBoolean()) {
                throw new PoisonException(PoisonReason.WRONG_TYPE, "is no boolean");
            }
            return value.booleanValue();
        }
    },
    /** Money. Shopify sends it as a string; every digit is kept. */
    NUMERIC(BigDecimal[]::new, "numeric[]", "%s") {
        @Override
        Object convert(JsonNode value) {
            return Decimals.parse(scalar(value).asText());
        }
    },
    TIMESTAMP(OffsetDateTime[]::new, "timestamptz[]", "%s") {
        @Override
        Object convert(JsonNode value) {
            return parseTimestamp(scalar(value).asText());
        }
    },
    /** Sent as text: the client turns strings of a jsonb[] into JSON strings. */
    JSON(String[]::new, "text[]", "%s::jsonb") {
        @Override
        Object convert(JsonNode value) {
            return value.toString();
        }
    },
    /** Shopify's comma-separated list; an array there has as many elements as tags. */
    TAGS(String[]::new, "text[]", "string_to_array(%s, ', ')") {
        @Override
        Object convert(JsonNode value) {
            return scalar(value).asText();
        }
    };

    private final IntFunction<Object[]> newArray;
    private final String arrayType;
    private final String expression;

    ColumnType(IntFunction<Object[]> newArray, String arrayType, String expression) {
        this.newArray = newArray;
        this.arrayType = arrayType;
        this.expression = expression;
    }

    abstract Object convert(JsonNode value);

    /** @throws PoisonException when the value cannot stand in such a column */
    public @Nullable Object read(JsonNode value) {
        return value.isNull() || value.isMissingNode() ? null : convert(value);
    }

    /** An array parameter of the given length. */
    public Object[] newArray(int length) {
        return newArray.apply(length);
    }

    /** The parameter's SQL type, {@code bigint[]}. */
    public String arrayType() {
        return arrayType;
    }

    /** SQL that makes the column's value of an unnested element. */
    public String expression(String element) {
        return expression.formatted(element);
    }

    private static JsonNode scalar(JsonNode value) {
        if (value.isContainerNode()) {
            throw new PoisonException(PoisonReason.WRONG_TYPE, "is no single value");
        }
        return value;
    }

    private static OffsetDateTime parseTimestamp(String value) {
        OffsetDateTime timestamp;
        try {
            timestamp = OffsetDateTime.parse(value).withOffsetSameInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new PoisonException(PoisonReason.WRONG_TYPE, "is no ISO-8601 timestamp with an offset");
        }
        // the client would write later years as infinity, without a word
        if (timestamp.getYear() < 1 || timestamp.getYear() > 9999) {
            throw new PoisonException(PoisonReason.OUT_OF_RANGE, "is not between the years 1 and 9999");
        }
        return timestamp;
    }
}
