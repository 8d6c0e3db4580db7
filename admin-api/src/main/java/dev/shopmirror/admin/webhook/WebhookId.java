package dev.shopmirror.admin.webhook;

import java.util.List;
import java.util.regex.Pattern;

import dev.shopmirror.admin.problem.InvalidField;
import dev.shopmirror.admin.problem.ProblemException;

/** Shopify's id of a subscription as it comes in. */
final class WebhookId {

    /** No longer than what surely fits 64 bits. */
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");

    private WebhookId() {}

    /** Fails with a problem when the text is no number. */
    static long parse(String text) {
        if (!DIGITS.matcher(text).matches()) {
            throw ProblemException.invalid(
                    List.of(new InvalidField("webhookId", "must be a number such as 1234567890")));
        }
        return Long.parseLong(text);
    }
}
