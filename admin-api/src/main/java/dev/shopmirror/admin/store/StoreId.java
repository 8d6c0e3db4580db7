package dev.shopmirror.admin.store;

import java.util.UUID;
import java.util.regex.Pattern;

import dev.shopmirror.admin.problem.Problem;
import dev.shopmirror.admin.problem.ProblemException;

/** A store's id as it comes in. */
public final class StoreId {

    /** {@link UUID#fromString} alone would take {@code 1-1-1-1-1}. */
    private static final Pattern UUID_TEXT = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private StoreId() {}

    /** Fails with a problem when the text is null or no UUID. */
    public static UUID parse(String text) {
        if (text == null || !UUID_TEXT.matcher(text).matches()) {
            throw ProblemException.of(Problem.INVALID_ID, "A store id looks like 3f0e8f0e-6c1c-4a52-9d4b-7a1f6a2f9c11");
        }
        return UUID.fromString(text);
    }
}
