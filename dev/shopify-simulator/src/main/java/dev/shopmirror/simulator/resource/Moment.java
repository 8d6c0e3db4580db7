package dev.shopmirror.simulator.resource;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

import com.fasterxml.jackson.databind.JsonNode;

import dev.shopmirror.simulator.json.Json;

/**
 * A point in time in the spellings Shopify uses.
 *
 * @param offset the shop's, shown in bodies
 */
public record Moment(Instant instant, ZoneOffset offset) {

    private static final DateTimeFormatter IN_BODIES = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");
    private static final DateTimeFormatter IN_UTC =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /** {@code 2026-11-23T12:00:05-05:00}: to the second, with the shop's offset. */
    public String text() {
        return IN_BODIES.format(instant.atOffset(offset));
    }

    /** {@link #text} as JSON. */
    public JsonNode node() {
        return Json.NODES.textNode(text());
    }

    /** {@code 2026-11-23T17:00:05.123Z}: in UTC, to the millisecond, as newer bodies have it. */
    public String utcText() {
        return IN_UTC.format(instant);
    }

    /** {@code 2026-11-23T17:00:05.000Z}, as variant_gids show what a variant shows with an offset. */
    public static String inGids(JsonNode bodyTimestamp) {
        return IN_UTC.format(parse(bodyTimestamp));
    }

    /** The moment that a body's timestamp means. */
    public static Instant parse(JsonNode bodyTimestamp) {
        return OffsetDateTime.parse(bodyTimestamp.textValue()).toInstant();
    }
}
