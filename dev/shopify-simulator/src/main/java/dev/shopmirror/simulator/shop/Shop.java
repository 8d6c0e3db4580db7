package dev.shopmirror.simulator.shop;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import dev.shopmirror.simulator.catalogue.IdSequence;
import dev.shopmirror.simulator.catalogue.InventoryLevels;
import dev.shopmirror.simulator.catalogue.Moment;
import dev.shopmirror.simulator.catalogue.Products;
import dev.shopmirror.simulator.courier.Courier;
import dev.shopmirror.simulator.courier.ShopEvent;
import dev.shopmirror.simulator.delivery.Backlog;
import dev.shopmirror.simulator.delivery.Deliveries;
import dev.shopmirror.simulator.delivery.DeliveryAttempt;
import dev.shopmirror.simulator.delivery.DeliveryOptions;
import dev.shopmirror.simulator.delivery.TriggerClock;
import dev.shopmirror.simulator.json.InvalidBody;
import dev.shopmirror.simulator.json.Json;
import dev.shopmirror.simulator.subscription.Subscriptions;

/** One simulated shop. Changes cause webhooks, in the order of the changes; all methods may be called by any thread. */
public final class Shop {

    private final String domain;
    private final ShopSettings settings;
    private final TriggerClock clock = new TriggerClock(Clock.systemUTC());
    private final Subscriptions subscriptions;
    private final Deliveries deliveries;

    /** A change and its events are one step, so that Triggered-At follows the order of the changes. */
    private final Object truth = new Object();

    private final Products products;
    private final InventoryLevels levels = new InventoryLevels();

    Shop(String domain, ShopSettings settings, IdSequence ids, Courier courier) {
        this.domain = domain;
        this.settings = settings;
        this.subscriptions = new Subscriptions(ids, settings.apiVersion(), settings.localhostAllowed());
        this.deliveries =
                new Deliveries(courier, DeliveryOptions.defaults(settings.retryTimeScale()), subscriptions::remove);
        this.products = new Products(ids, domain.substring(0, domain.indexOf('.')));
    }

    /** {@code acme.myshopify.com}. */
    public String domain() {
        return domain;
    }

    /** What the Admin API manages. */
    public Subscriptions subscriptions() {
        return subscriptions;
    }

    /** The present time as this shop shows it. */
    public Moment now() {
        return new Moment(clock.next(), settings.offset());
    }

    /**
     * Creates or updates a product from a partial body (see {@link Products#put}); {@code products/create} or
     * {@code products/update} is delivered, also when nothing differs.
     *
     * @return the whole product
     * @throws InvalidBody when a field cannot be used; nothing has changed then
     */
    public ObjectNode putProduct(long id, ObjectNode given) {
        synchronized (truth) {
            boolean update = products.has(id);
            Moment moment = now();
            ObjectNode product = products.put(id, given, moment);
            String topic = update ? "products/update" : "products/create";
            fire(topic, UUID.randomUUID(), id, moment, products.webhookBody(product));
            return product;
        }
    }

    /**
     * Deletes a product; {@code products/delete} is delivered. Its stock levels stay until they are disconnected.
     *
     * @return false when there is none
     */
    public boolean deleteProduct(long id) {
        synchronized (truth) {
            boolean deleted = products.delete(id);
            if (deleted) {
                ObjectNode body = Json.NODES.objectNode();
                fire("products/delete", UUID.randomUUID(), id, now(), body.put("id", id));
            }
            return deleted;
        }
    }

    /**
     * Sets a stock level; {@code inventory_levels/update} is delivered, and before it
     * {@code inventory_levels/connect} when the location did not stock the item: one action, two events.
     *
     * @param given see {@link InventoryLevels#put}
     * @return the whole level
     * @throws InvalidBody when a field cannot be used
     */
    public ObjectNode putInventoryLevel(ObjectNode given) {
        synchronized (truth) {
            boolean connected = levels.has(InventoryLevels.key(given));
            Moment moment = now();
            ObjectNode level = levels.put(given, moment);
            UUID action = UUID.randomUUID();
            if (!connected) {
                fire("inventory_levels/connect", action, null, moment, level);
            }
            fire("inventory_levels/update", action, null, connected ? moment : now(), level);
            return level;
        }
    }

    /**
     * Ends a location's stocking of an item; {@code inventory_levels/disconnect} is delivered.
     *
     * @return false when the location does not stock it
     */
    public boolean disconnectInventoryLevel(InventoryLevels.Key key) {
        synchronized (truth) {
            boolean disconnected = levels.disconnect(key);
            if (disconnected) {
                fire("inventory_levels/disconnect", UUID.randomUUID(), null, now(), key.body());
            }
            return disconnected;
        }
    }

    /** All products, whole, by id. */
    public List<ObjectNode> products() {
        synchronized (truth) {
            return products.all();
        }
    }

    /** One product, whole: also its variants beyond the hundredth. */
    public Optional<ObjectNode> product(long id) {
        synchronized (truth) {
            return products.get(id);
        }
    }

    /** Whether there is such a product. */
    public boolean hasProduct(long id) {
        synchronized (truth) {
            return products.has(id);
        }
    }

    /** All stock levels, by item and location. */
    public List<ObjectNode> inventoryLevels() {
        synchronized (truth) {
            return levels.all();
        }
    }

    /** The latest 20,000 delivery attempts, oldest first. */
    public List<DeliveryAttempt> deliveries() {
        return deliveries.log();
    }

    /** How deliveries behave now. */
    public DeliveryOptions deliveryOptions() {
        return deliveries.options();
    }

    /** Makes deliveries behave differently from now on. */
    public void deliveryOptions(DeliveryOptions options) {
        deliveries.options(options);
    }

    /** What is still to be delivered. */
    public Backlog backlog() {
        return deliveries.backlog();
    }

    /** Waits until nothing is left to deliver, retries included; false when that took longer. */
    public boolean awaitSettled(Duration atMost) throws InterruptedException {
        return deliveries.awaitSettled(atMost);
    }

    private void fire(String topic, UUID action, @Nullable Long productId, Moment moment, ObjectNode body) {
        ShopEvent event = new ShopEvent(domain, topic, action, productId, moment.instant(), body);
        deliveries.accept(event, subscriptions.of(topic));
    }
}
