package dev.shopmirror.admin.paging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;

import dev.shopmirror.admin.problem.InvalidField;
import dev.shopmirror.admin.problem.ProblemException;

/** The key of a page's last row, in a form that invites nobody to build one by hand. */
public final class Cursor {

    private Cursor() {}

    static String encode(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(UTF_8));
    }

    /** The key to go on after; the empty text, before every key, for the first page. */
    public static String decode(String cursor) {
        if (cursor == null) {
            return "";
        }
        try {
            String key = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
            if (key.chars().anyMatch(Character::isISOControl)) {
                throw invented(); // PostgreSQL takes no U+0000, and no key has any of the others
            }
            return key;
        } catch (IllegalArgumentException e) {
            throw invented();
        }
    }

    private static ProblemException invented() {
        return ProblemException.invalid(List.of(new InvalidField("cursor", "is not a cursor of this API")));
    }
}
