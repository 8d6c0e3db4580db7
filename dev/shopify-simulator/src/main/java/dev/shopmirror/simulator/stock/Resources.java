package dev.shopmirror.simulator.stock;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.shopmirror.simulator.json.InvalidBody;
import dev.shopmirror.simulator.resource.Layers;
import dev.shopmirror.simulator.resource.Moment;
import dev.shopmirror.simulator.resource.Shape;

/** A shop's resources of one flat kind, by id. Not thread-safe: a change and its webhooks belong together, so
 * the shop locks. */
public final class Resources {

    private final Map<Long, ObjectNode> resources = new TreeMap<>();
    private final Shape shape;
    private final Filler filler;
    private final List<String> shownWhenDeleted;

    /** Makes a whole resource of what is given, what was there, and Shopify's defaults. */
    @FunctionalInterface
    interface Filler {

        ObjectNode fill(long id, Layers layers, Moment moment);
    }

    private Resources(Shape shape, Filler filler, List<String> shownWhenDeleted) {
        this.shape = shape;
        this.filler = filler;
        this.shownWhenDeleted = shownWhenDeleted;
    }

    /** No locations yet. */
    public static Resources locations() {
        return new Resources(StockShapes.LOCATION, LocationFiller::fill, List.of("id"));
    }

    /** No inventory items yet. */
    public static Resources inventoryItems() {
        return new Resources(
                StockShapes.INVENTORY_ITEM, InventoryItemFiller::fill, InventoryItemFiller.SHOWN_WHEN_DELETED);
    }

    /**
     * Creates or updates one. Fields left out keep their value or get Shopify's default; the gid is derived; unknown
     * fields are kept.
     *
     * @return the whole resource
     * @throws InvalidBody when a field cannot be used; nothing has changed then
     */
    public ObjectNode put(long id, ObjectNode given, Moment moment) {
        shape.check("", given);
        if (given.has("id") && given.get("id").longValue() != id) {
            throw new InvalidBody("id is " + given.get("id") + ", but the path says " + id);
        }
        Layers layers = new Layers(given, resources.get(id));
        ObjectNode resource = layers.withUnknownFields(filler.fill(id, layers, moment));
        resources.put(id, resource.deepCopy());
        return resource;
    }

    /** The body of the delete's webhook, or empty when there is nothing to delete. */
    public Optional<ObjectNode> delete(long id) {
        return Optional.ofNullable(resources.remove(id)).map(resource -> resource.retain(shownWhenDeleted));
    }

    /** Whether there is one of this id. */
    public boolean has(long id) {
        return resources.containsKey(id);
    }

    /** One resource. */
    public Optional<ObjectNode> get(long id) {
        return Optional.ofNullable(resources.get(id)).map(ObjectNode::deepCopy);
    }

    /** All of them by id. */
    public List<ObjectNode> all() {
        return resources.values().stream().map(ObjectNode::deepCopy).toList();
    }
}
