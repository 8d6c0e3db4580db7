package dev.shopmirror.admin.parameter;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Reads a value out of what a caller wrote; empty when it is none. Nothing of it can be too large for a column. */
public final class Parameters {

    /** {@link UUID#fromString} alone would take {@code 1-1-1-1-1}. */
    private static final Pattern UUID_TEXT = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private static final Pattern SHOPIFY_ID = Pattern.compile("[1-9][0-9]{0,17}|[1-8][0-9]{18}");

    /** Java's times reach much further than PostgreSQL's, and so do the years that ISO 8601 writes with a sign. */
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private Parameters() {}

    public static Optional<UUID> uuid(@Nullable String text) {
        return text != null && UUID_TEXT.matcher(text).matches()
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }

    /** Shopify's id of a resource: positive, 64 bit. */
    public static Optional<Long> shopifyId(String text) {
        return SHOPIFY_ID.matcher(text).matches() ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    /** A time with its offset, such as {@code 2026-10-01T08:30:00Z}. */
    public static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant())
                    .filter(time -> !time.isBefore(FIRST) && !time.isAfter(LAST));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
