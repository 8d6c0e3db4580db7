package dev.shopmirror.event.fuzzing;

import java.util.List;

/** Names that a topic header can have: Shopify's own, whether any service handles them or not, and others. */
public final class ShopifyTopics {

    /**
     * Shopify's topics.
     *
     * @see <a href="https://shopify.dev/docs/api/webhooks">Shopify: webhook topics</a>
     */
    public static final List<String> ALL = Resources.lines("topics.txt");

    private static final List<String> OTHERS = List.of(
            "shopmirror/test",
            "products",
            "products/",
            "/update",
            "products/update/",
            "PRODUCTS/UPDATE",
            "products/no_such_event",
            "no/such_topic",
            "products/update\u0000",
            "products/\u00fcpdate",
            "p".repeat(255),
            "p".repeat(256),
            "|",
            " ");

    private ShopifyTopics() {}

    /** Mostly one whose body is known: those are read. */
    public static String any(Choices choices) {
        return switch (choices.below(8)) {
            case 0 -> choices.of(ALL);
            case 1 -> choices.of(OTHERS);
            default -> choices.of(Bodies.TOPICS);
        };
    }
}
