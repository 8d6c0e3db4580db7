package dev.shopmirror.sync.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.shopmirror.sync.change.Change;
import dev.shopmirror.sync.table.Column;
import dev.shopmirror.sync.table.ColumnType;
import dev.shopmirror.sync.table.Row;

/** Holds a change against what PostgreSQL and its client take. */
final class Writable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private Writable() {}

    static void check(Change change) {
        assertThat(change.version().at()).isBetween(EARLIEST, LATEST);
        assertThat(change.version().triggeredAt()).isBetween(EARLIEST, LATEST.plusSeconds(300));
        assertThat(change.version().webhookId()).isNotEmpty().doesNotContain("\u0000");
        check(change.row());
        change.variants().rows().values().forEach(Writable::check);
        if (change.variants().live() != null) {
            assertThat(change.variants().live()).doesNotContainNull();
        }
    }

    private static void check(Row row) {
        row.values().forEach(Writable::check);
    }

    private static void check(Column column, Object value) {
        // fails when the value is not of the array's type
        column.type().newArray(1)[0] = value;
        if (value instanceof String text) {
            assertThat(text.indexOf('\u0000')).as(column.name()).isNegative();
        }
        if (value instanceof OffsetDateTime timestamp) {
            assertThat(timestamp.toInstant()).as(column.name()).isBetween(EARLIEST, LATEST);
        }
        if (value instanceof BigDecimal number) {
            assertThat(number.precision()).as(column.name()).isLessThanOrEqualTo(1_000);
            assertThat(number.scale()).as(column.name()).isBetween(-1_000, 1_000);
        }
        if (column.type() == ColumnType.JSON && value != null) {
            checkJson(column, (String) value);
        }
    }

    /** Also its escaped U+0000 is refused by jsonb. */
    private static void checkJson(Column column, String json) {
        try (JsonParser parser = JSON.createParser(json)) {
            while (parser.nextToken() != null) {
                if (!parser.currentToken().isNumeric()) {
                    assertThat(parser.getText().indexOf('\u0000'))
                            .as(column.name())
                            .isNegative();
                }
            }
        } catch (IOException e) {
            throw new AssertionError(column.name() + " is no JSON", e);
        }
    }
}
