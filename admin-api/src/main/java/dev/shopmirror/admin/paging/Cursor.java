package dev.shopmirror.admin.paging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.shopmirror.admin.parameter.Parameters;
import dev.shopmirror.admin.problem.InvalidField;
import dev.shopmirror.admin.problem.ProblemException;

/** The key of a page's last row, in a form that invites nobody to build one by hand. */
public final class Cursor {

    /** Between the parts of a key: the one character that PostgreSQL keeps in no text. */
    private static final String SEPARATOR = "\u0000";

    private Cursor() {}

    static String encode(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(UTF_8));
    }

    /** The key of a list that is ordered by more than one column. */
    public static String key(Object... parts) {
        return String.join(
                SEPARATOR, List.of(parts).stream().map(Object::toString).toList());
    }

    /** The key to go on after; the empty text, before every key, for the first page. */
    public static String decode(String cursor) {
        String key = cursor == null ? "" : text(cursor);
        if (key.chars().anyMatch(Character::isISOControl)) {
            throw invented(); // PostgreSQL takes no U+0000, and no key has any of the others
        }
        return key;
    }

    /** The parts of the {@link #key} to go on after; empty for the first page. */
    public static Optional<List<String>> parts(String cursor, int count) {
        if (cursor == null) {
            return Optional.empty();
        }
        List<String> parts = List.of(text(cursor).split(SEPARATOR, -1));
        if (parts.size() != count) {
            throw invented();
        }
        return Optional.of(parts);
    }

    /** A part that is a time; fails as every invented cursor does when it is none, or none that a database holds. */
    public static Instant time(String part) {
        return Parameters.time(part).orElseThrow(Cursor::invented);
    }

    /** The same for a UUID. */
    public static UUID uuid(String part) {
        return Parameters.uuid(part).orElseThrow(Cursor::invented);
    }

    /** The same for Shopify's id of a resource. */
    public static long shopifyId(String part) {
        return Parameters.shopifyId(part).orElseThrow(Cursor::invented);
    }

    private static ProblemException invented() {
        return ProblemException.invalid(List.of(new InvalidField("cursor", "is not a cursor of this API")));
    }

    private static String text(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
        } catch (IllegalArgumentException e) {
            throw invented();
        }
    }
}
