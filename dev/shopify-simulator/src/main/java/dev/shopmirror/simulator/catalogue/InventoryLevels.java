package dev.shopmirror.simulator.catalogue;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.shopmirror.simulator.json.InvalidBody;
import dev.shopmirror.simulator.json.Json;
import dev.shopmirror.simulator.resource.Gid;
import dev.shopmirror.simulator.resource.Layers;
import dev.shopmirror.simulator.resource.Moment;

/**
 * A shop's stock: how many of an item a location has. An item need not belong to a product held here. Not thread-safe,
 * see {@link Products}.
 */
public final class InventoryLevels {

    private final Map<Key, ObjectNode> levels =
            new TreeMap<>(Comparator.comparingLong(Key::inventoryItemId).thenComparingLong(Key::locationId));

    /** A level's identity. */
    public record Key(long inventoryItemId, long locationId) {

        /** The body of {@code inventory_levels/disconnect}; it has no timestamp. */
        public ObjectNode body() {
            return Json.NODES
                    .objectNode()
                    .put("inventory_item_id", inventoryItemId)
                    .put("location_id", locationId);
        }
    }

    /**
     * The level that a body means.
     *
     * @throws InvalidBody when an id is missing or no id
     */
    public static Key key(ObjectNode body) {
        Shapes.INVENTORY_LEVEL.check("", body);
        for (String field : List.of("inventory_item_id", "location_id")) {
            if (!body.has(field)) {
                throw new InvalidBody(field + " is missing");
            }
        }
        return new Key(
                body.get("inventory_item_id").longValue(),
                body.get("location_id").longValue());
    }

    /**
     * Sets a level.
     *
     * @param given the key, {@code available} (integer, or null for an item that is not tracked), and {@code updated_at}
     *     if it is not to be the moment
     * @return the body of {@code inventory_levels/update}
     */
    public ObjectNode put(ObjectNode given, Moment moment) {
        Key key = key(given);
        if (!given.has("available")) {
            throw new InvalidBody("available is missing");
        }
        Layers layers = new Layers(given, null);
        ObjectNode level = key.body();
        level.set("available", given.get("available"));
        level.set("updated_at", layers.pick("updated_at", moment::node));
        level.put("admin_graphql_api_id", Gid.ofLevel(key.inventoryItemId(), key.locationId()));
        levels.put(key, layers.withUnknownFields(level));
        return level.deepCopy();
    }

    /** The location has no stock of the item any more, not even none. */
    public boolean disconnect(Key key) {
        return levels.remove(key) != null;
    }

    /** Whether the location stocks the item. */
    public boolean has(Key key) {
        return levels.containsKey(key);
    }

    /** All levels by item and location. */
    public List<ObjectNode> all() {
        return levels.values().stream().map(ObjectNode::deepCopy).toList();
    }
}
