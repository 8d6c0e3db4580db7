package dev.shopmirror.simulator.shop;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.shopmirror.simulator.catalogue.InventoryLevels;
import dev.shopmirror.simulator.catalogue.Products;
import dev.shopmirror.simulator.json.Json;
import dev.shopmirror.simulator.resource.IdSequence;
import dev.shopmirror.simulator.resource.Moment;
import dev.shopmirror.simulator.stock.Resources;

/**
 * What the shop sells, and where it is. A change and its events are one step, so that Triggered-At follows the order of
 * the changes.
 */
final class Truth {

    private final Outbox outbox;
    private final Products products;
    private final InventoryLevels levels = new InventoryLevels();
    private final Resources locations = Resources.locations();
    private final Resources inventoryItems = Resources.inventoryItems();

    Truth(Outbox outbox, IdSequence ids) {
        this.outbox = outbox;
        this.products =
                new Products(ids, outbox.domain().substring(0, outbox.domain().indexOf('.')));
    }

    synchronized ObjectNode putProduct(long id, ObjectNode given) {
        boolean update = products.has(id);
        Moment moment = outbox.now();
        ObjectNode product = products.put(id, given, moment);
        String topic = update ? "products/update" : "products/create";
        ObjectNode body = products.webhookBody(product, outbox.apiVersion());
        outbox.fire(outbox.event(topic, Outbox.newAction(), id, moment), body);
        return product;
    }

    synchronized boolean deleteProduct(long id) {
        boolean deleted = products.delete(id);
        if (deleted) {
            ObjectNode body = Json.NODES.objectNode().put("id", id);
            outbox.fire(outbox.event("products/delete", Outbox.newAction(), id, outbox.now()), body);
        }
        return deleted;
    }

    synchronized boolean hasProduct(long id) {
        return products.has(id);
    }

    synchronized Optional<ObjectNode> product(long id) {
        return products.get(id);
    }

    synchronized List<ObjectNode> products() {
        return products.all();
    }

    synchronized ObjectNode putInventoryLevel(ObjectNode given) {
        boolean connected = levels.has(InventoryLevels.key(given));
        Moment moment = outbox.now();
        ObjectNode level = levels.put(given, moment);
        String action = Outbox.newAction();
        if (!connected) {
            outbox.fire(outbox.event("inventory_levels/connect", action, null, moment), level);
        }
        Moment updated = connected ? moment : outbox.now();
        outbox.fire(outbox.event("inventory_levels/update", action, null, updated), level);
        return level;
    }

    synchronized boolean disconnectInventoryLevel(InventoryLevels.Key key) {
        boolean disconnected = levels.disconnect(key);
        if (disconnected) {
            outbox.fire(outbox.event("inventory_levels/disconnect", outbox.now()), key.body());
        }
        return disconnected;
    }

    synchronized List<ObjectNode> inventoryLevels() {
        return levels.all();
    }

    synchronized ObjectNode putLocation(long id, ObjectNode given) {
        Optional<Boolean> wasActive = locations.get(id).map(Truth::isActive);
        Moment moment = outbox.now();
        ObjectNode location = locations.put(id, given, moment);
        String action = Outbox.newAction();
        String topic = wasActive.isPresent() ? "locations/update" : "locations/create";
        outbox.fire(outbox.event(topic, action, null, moment), location);
        boolean active = isActive(location);
        if (wasActive.isPresent() && wasActive.get() != active) {
            String turned = active ? "locations/activate" : "locations/deactivate";
            outbox.fire(outbox.event(turned, action, null, outbox.now()), location);
        }
        return location;
    }

    synchronized boolean deleteLocation(long id) {
        return deleted("locations/delete", locations.delete(id));
    }

    synchronized Optional<ObjectNode> location(long id) {
        return locations.get(id);
    }

    synchronized List<ObjectNode> locations() {
        return locations.all();
    }

    synchronized ObjectNode putInventoryItem(long id, ObjectNode given) {
        String topic = inventoryItems.has(id) ? "inventory_items/update" : "inventory_items/create";
        Moment moment = outbox.now();
        ObjectNode item = inventoryItems.put(id, given, moment);
        outbox.fire(outbox.event(topic, moment), item);
        return item;
    }

    synchronized boolean deleteInventoryItem(long id) {
        return deleted("inventory_items/delete", inventoryItems.delete(id));
    }

    synchronized Optional<ObjectNode> inventoryItem(long id) {
        return inventoryItems.get(id);
    }

    synchronized List<ObjectNode> inventoryItems() {
        return inventoryItems.all();
    }

    private boolean deleted(String topic, Optional<ObjectNode> body) {
        body.ifPresent(shown -> outbox.fire(outbox.event(topic, outbox.now()), shown));
        return body.isPresent();
    }

    private static boolean isActive(ObjectNode location) {
        return location.path("active").booleanValue();
    }
}
