package dev.shopmirror.event;

import java.util.List;
import java.util.stream.Stream;

/**
 * What deliveries are about, in the words of Shopify's webhook topics. Not to be taken for Kafka's topics.
 *
 * @see <a href="https://shopify.dev/docs/api/webhooks">Shopify: webhook topics</a>
 */
public final class EventTopics {

    /** Those whose resources are mirrored. */
    public static final List<String> MIRRORED = List.of(
            "products/create",
            "products/update",
            "products/delete",
            "inventory_levels/connect",
            "inventory_levels/update",
            "inventory_levels/disconnect",
            "inventory_items/create",
            "inventory_items/update",
            "inventory_items/delete",
            "locations/create",
            "locations/update",
            "locations/activate",
            "locations/deactivate",
            "locations/delete");

    /** Those that a store subscribes to and sync-service applies. Compliance topics come without a subscription. */
    public static final List<String> APPLIED = Stream.concat(
                    MIRRORED.stream(), Stream.of("app/uninstalled", "app/scopes_update", "shop/update"))
            .toList();

    /** A delivery of our own, that goes all the way and changes nothing. */
    public static final String TEST = "shopmirror/test";

    private EventTopics() {}
}
