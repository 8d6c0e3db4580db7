package dev.shopmirror.simulator.search;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Which events a subscription wants: {@code status:active AND variants.price:>=10.00}. Case-sensitive; a field inside a
 * list matches when any element does; a field that the body does not have matches nothing. See Shopify's page on
 * delivery filtering.
 */
public final class SearchFilter {

    private static final int MAX_BYTES = 64 * 1024;
    private static final String INVALID =
            "The specified filter is invalid, please ensure you specify the field(s) you wish to filter on.";
    private static final String TOO_BIG = "The specified filter exceeds the maximum allowed size.";

    private final Predicate<JsonNode> test;

    private SearchFilter(Predicate<JsonNode> test) {
        this.test = test;
    }

    /** @throws IllegalArgumentException when {@link #refusal} has words against it */
    public static SearchFilter parse(String text) {
        return new SearchFilter(new FilterParser(text).parse());
    }

    /** Shopify's words against a filter, or empty when it may be used; its fields need not exist. */
    public static Optional<String> refusal(String text) {
        if (text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            return Optional.of(TOO_BIG);
        }
        try {
            parse(text);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(INVALID);
        }
    }

    /** @param body of the event, cut down to the subscription's fields */
    public boolean matches(JsonNode body) {
        return test.test(body);
    }
}
