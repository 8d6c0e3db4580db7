package dev.shopmirror.simulator.subscription;

import java.util.List;
import java.util.Map;

/** The access scope that a subscription to a topic needs; from the topic descriptions of Shopify's GraphQL schema. */
public final class TopicScopes {

    private static final List<String> NONE = List.of();
    private static final List<String> ORDERS = List.of("read_orders");
    private static final List<String> PRODUCTS = List.of("read_products");

    private static final Map<String, List<String>> ANY_OF = Map.ofEntries(
            Map.entry("carts", ORDERS),
            Map.entry("checkouts", ORDERS),
            Map.entry("collections", PRODUCTS),
            Map.entry("customer", List.of("read_customers")),
            Map.entry("customers", List.of("read_customers")),
            Map.entry("draft_orders", List.of("read_draft_orders")),
            Map.entry("fulfillments", List.of("read_fulfillments", "read_orders")),
            Map.entry("inventory_items", List.of("read_inventory", "read_products")),
            Map.entry("inventory_levels", List.of("read_inventory")),
            Map.entry("locations", List.of("read_locations")),
            Map.entry("order_transactions", ORDERS),
            Map.entry("orders", ORDERS),
            Map.entry("product_listings", List.of("read_product_listings")),
            Map.entry("products", PRODUCTS),
            Map.entry("refunds", ORDERS),
            Map.entry("themes", List.of("read_themes")),
            Map.entry("variants", PRODUCTS));

    private TopicScopes() {}

    /** Whether these scopes allow a subscription to the topic; who may write may read. */
    public static boolean allow(List<String> granted, String topic) {
        List<String> anyOf = ANY_OF.getOrDefault(topic.split("[/.]", 2)[0], NONE);
        return anyOf.isEmpty() || anyOf.stream().anyMatch(scope -> holds(granted, scope));
    }

    /** Whether a scope was granted, itself or as the right to write. */
    public static boolean holds(List<String> granted, String scope) {
        return granted.contains(scope) || granted.contains(scope.replace("read_", "write_"));
    }
}
