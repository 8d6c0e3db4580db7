package dev.shopmirror.simulator.subscription;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The topics a subscription may name: a good part of Shopify's. The compliance topics are not among them; an app
 * declares those in its configuration.
 */
public final class WebhookTopics {

    private static final Map<String, List<String>> EVENTS = Map.ofEntries(
            Map.entry("app", List.of("scopes_update", "uninstalled")),
            Map.entry("bulk_operations", List.of("finish")),
            Map.entry("carts", List.of("create", "update")),
            Map.entry("checkouts", List.of("create", "delete", "update")),
            Map.entry("collections", List.of("create", "delete", "update")),
            Map.entry("customers", List.of("create", "delete", "disable", "enable", "update")),
            Map.entry("draft_orders", List.of("create", "delete", "update")),
            Map.entry("fulfillments", List.of("create", "update")),
            Map.entry("inventory_items", List.of("create", "delete", "update")),
            Map.entry("inventory_levels", List.of("connect", "disconnect", "update")),
            Map.entry("locations", List.of("activate", "create", "deactivate", "delete", "update")),
            Map.entry("order_transactions", List.of("create")),
            Map.entry(
                    "orders",
                    List.of(
                            "cancelled",
                            "create",
                            "delete",
                            "edited",
                            "fulfilled",
                            "paid",
                            "partially_fulfilled",
                            "updated")),
            Map.entry("product_listings", List.of("add", "remove", "update")),
            Map.entry("products", List.of("create", "delete", "update")),
            Map.entry("refunds", List.of("create")),
            Map.entry("shop", List.of("update")),
            Map.entry("themes", List.of("create", "delete", "publish", "update")),
            Map.entry("variants", List.of("in_stock", "out_of_stock")));

    /** Newer topics have a dot. */
    private static final List<String> DOTTED = List.of("customer.tags_added", "customer.tags_removed");

    private static final List<String> ALL = Stream.concat(
                    EVENTS.entrySet().stream().flatMap(WebhookTopics::names), DOTTED.stream())
            .sorted()
            .toList();

    private WebhookTopics() {}

    /** All of them, by name. */
    public static List<String> all() {
        return ALL;
    }

    static boolean exists(String topic) {
        return ALL.contains(topic);
    }

    /** Shopify's words for a topic it does not know. */
    static String refusal(String topic) {
        return "Invalid topic specified: " + topic
                + ". Does it exist? Is there a missing access scope? Topics allowed: " + String.join(", ", ALL);
    }

    private static Stream<String> names(Map.Entry<String, List<String>> resource) {
        return resource.getValue().stream().map(event -> resource.getKey() + '/' + event);
    }
}
