package dev.shopmirror.admin.paging;

import java.util.List;

import dev.shopmirror.admin.problem.InvalidField;

/** How many rows a page has, as it comes in. */
public final class PageLimit {

    public static final String DEFAULT = "50";

    private static final int MAX = 250;

    private PageLimit() {}

    /** Answers 1 where the text is no limit, and says so in the errors. */
    public static int parse(String text, List<InvalidField> errors) {
        int limit = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > MAX) {
            errors.add(new InvalidField("limit", "must be a number from 1 to " + MAX));
            return 1;
        }
        return limit;
    }
}
