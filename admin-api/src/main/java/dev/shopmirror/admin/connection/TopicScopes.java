package dev.shopmirror.admin.connection;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Which access scopes a topic takes.
 *
 * @see <a href="https://shopify.dev/docs/api/webhooks">Shopify: webhook topics</a>
 */
final class TopicScopes {

    private static final Map<String, List<String>> BY_FAMILY = Map.of(
            "products", List.of("read_products"),
            "variants", List.of("read_products"),
            "collections", List.of("read_products"),
            "inventory_levels", List.of("read_inventory"),
            "inventory_items", List.of("read_inventory", "read_products"),
            "locations", List.of("read_locations"),
            "orders", List.of("read_orders"),
            "app", List.of(),
            "shop", List.of(),
            "bulk_operations", List.of());

    private TopicScopes() {}

    /**
     * One of these scopes would do, and none of them is granted; empty when nothing is missing, or is known to be.
     *
     * @param granted such as {@code write_products}, which includes reading
     */
    static List<String> missing(String topic, Collection<String> granted) {
        List<String> anyOf = BY_FAMILY.getOrDefault(topic.replaceFirst("/.*", ""), List.of());
        return anyOf.stream().anyMatch(scope -> isGranted(scope, granted)) ? List.of() : anyOf;
    }

    private static boolean isGranted(String scope, Collection<String> granted) {
        return granted.contains(scope) || granted.contains(scope.replaceFirst("^read_", "write_"));
    }
}
