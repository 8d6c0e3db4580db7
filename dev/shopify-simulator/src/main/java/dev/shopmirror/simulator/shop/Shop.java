package dev.shopmirror.simulator.shop;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import dev.shopmirror.simulator.catalogue.InventoryLevels;
import dev.shopmirror.simulator.catalogue.Products;
import dev.shopmirror.simulator.courier.Courier;
import dev.shopmirror.simulator.delivery.Backlog;
import dev.shopmirror.simulator.delivery.Deliveries;
import dev.shopmirror.simulator.delivery.DeliveryAttempt;
import dev.shopmirror.simulator.delivery.DeliveryKey;
import dev.shopmirror.simulator.delivery.DeliveryOptions;
import dev.shopmirror.simulator.fault.Faults;
import dev.shopmirror.simulator.json.InvalidBody;
import dev.shopmirror.simulator.limit.CallCounter;
import dev.shopmirror.simulator.limit.CallCounts;
import dev.shopmirror.simulator.limit.ShopLimits;
import dev.shopmirror.simulator.resource.IdSequence;
import dev.shopmirror.simulator.resource.Moment;
import dev.shopmirror.simulator.stock.Resources;
import dev.shopmirror.simulator.subscription.Subscriptions;
import dev.shopmirror.simulator.token.AppTokens;

/** One simulated shop. Changes cause webhooks, in the order of the changes; all methods may be called by any thread. */
public final class Shop {

    private final Subscriptions subscriptions;
    private final Deliveries deliveries;
    private final Outbox outbox;
    private final Installation installation;
    private final Lifecycle lifecycle;
    private final Truth truth;
    private final Faults faults = new Faults();
    private final CallCounter counter = new CallCounter();
    private final ShopLimits limits;

    Shop(String domain, ShopSettings settings, String token, IdSequence ids, Courier courier) {
        this.installation = new Installation(token, Instant.now());
        this.subscriptions =
                new Subscriptions(ids, settings.apiVersion(), settings.localhostAllowed(), installation::allowsTopic);
        this.deliveries =
                new Deliveries(courier, DeliveryOptions.defaults(settings.retryTimeScale()), subscriptions::remove);
        this.outbox = new Outbox(domain, settings, subscriptions, deliveries);
        this.lifecycle = new Lifecycle(outbox, subscriptions, ids, installation);
        this.truth = new Truth(outbox, ids);
        this.limits = new ShopLimits(settings.limits());
    }

    /** {@code acme.myshopify.com}. */
    public String domain() {
        return outbox.domain();
    }

    /** The numeric id of the shop object; the same for the same domain, also after a restart. */
    public long shopId() {
        return ShopProfile.id(outbox.domain());
    }

    /** What the Admin API manages. */
    public Subscriptions subscriptions() {
        return subscriptions;
    }

    /** What happens to the installation and to the shop itself. */
    public Lifecycle lifecycle() {
        return lifecycle;
    }

    /** Tokens issued for this shop, beside the one it was set up with. */
    public AppTokens tokens() {
        return installation.tokens();
    }

    /** What goes wrong with calls of its Admin API. */
    public Faults faults() {
        return faults;
    }

    /** What its Admin API takes. */
    public ShopLimits limits() {
        return limits;
    }

    /** What its Admin API took. */
    public CallCounts calls() {
        return counter.counts();
    }

    /** Where its Admin API counts. */
    public CallCounter counter() {
        return counter;
    }

    /** The present time as this shop shows it. */
    public Moment now() {
        return outbox.now();
    }

    /**
     * Creates or updates a product from a partial body (see {@link Products#put}); {@code products/create} or
     * {@code products/update} is delivered, also when nothing differs.
     *
     * @return the whole product
     * @throws InvalidBody when a field cannot be used; nothing has changed then
     */
    public ObjectNode putProduct(long id, ObjectNode given) {
        return truth.putProduct(id, given);
    }

    /**
     * Deletes a product; {@code products/delete} is delivered. Its stock levels stay until they are disconnected.
     *
     * @return false when there is none
     */
    public boolean deleteProduct(long id) {
        return truth.deleteProduct(id);
    }

    /** Whether there is such a product. */
    public boolean hasProduct(long id) {
        return truth.hasProduct(id);
    }

    /** One product, whole: also its variants beyond the hundredth. */
    public Optional<ObjectNode> product(long id) {
        return truth.product(id);
    }

    /** All products, whole, by id. */
    public List<ObjectNode> products() {
        return truth.products();
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
        return truth.putInventoryLevel(given);
    }

    /**
     * Ends a location's stocking of an item; {@code inventory_levels/disconnect} is delivered.
     *
     * @return false when the location does not stock it
     */
    public boolean disconnectInventoryLevel(InventoryLevels.Key key) {
        return truth.disconnectInventoryLevel(key);
    }

    /** All stock levels, by item and location. */
    public List<ObjectNode> inventoryLevels() {
        return truth.inventoryLevels();
    }

    /**
     * Creates or updates a location from a partial body (see {@link Resources#put}); {@code locations/create} or
     * {@code locations/update} is delivered, and {@code locations/activate} or {@code locations/deactivate} after it when
     * {@code active} has changed: one action, two events.
     *
     * @return the whole location
     * @throws InvalidBody when a field cannot be used; nothing has changed then
     */
    public ObjectNode putLocation(long id, ObjectNode given) {
        return truth.putLocation(id, given);
    }

    /**
     * Deletes a location; {@code locations/delete} is delivered. Stock levels there stay until they are disconnected.
     *
     * @return false when there is none
     */
    public boolean deleteLocation(long id) {
        return truth.deleteLocation(id);
    }

    /** One location. */
    public Optional<ObjectNode> location(long id) {
        return truth.location(id);
    }

    /** All locations, by id. */
    public List<ObjectNode> locations() {
        return truth.locations();
    }

    /**
     * Creates or updates an inventory item from a partial body (see {@link Resources#put});
     * {@code inventory_items/create} or {@code inventory_items/update} is delivered. Variants do not make items.
     *
     * @return the whole item
     * @throws InvalidBody when a field cannot be used; nothing has changed then
     */
    public ObjectNode putInventoryItem(long id, ObjectNode given) {
        return truth.putInventoryItem(id, given);
    }

    /**
     * Deletes an inventory item; {@code inventory_items/delete} is delivered. Its stock levels stay.
     *
     * @return false when there is none
     */
    public boolean deleteInventoryItem(long id) {
        return truth.deleteInventoryItem(id);
    }

    /** One inventory item. */
    public Optional<ObjectNode> inventoryItem(long id) {
        return truth.inventoryItem(id);
    }

    /** All inventory items, by id. */
    public List<ObjectNode> inventoryItems() {
        return truth.inventoryItems();
    }

    /** Where compliance webhooks go, or empty for nowhere. */
    public Optional<URI> complianceAddress() {
        return Optional.ofNullable(outbox.complianceAddress());
    }

    /**
     * Sends compliance webhooks there from now on.
     *
     * @param address null for nowhere
     * @throws InvalidBody when it is not an http or https URL
     */
    public void complianceAddress(@Nullable URI address) {
        outbox.complianceAddress(address);
    }

    /**
     * Delivers any bytes as if Shopify had made them: signed, retried, logged like other deliveries.
     *
     * @return the webhook ids, one for each subscription or one for the given address
     * @throws InvalidBody when there is nobody to send it to
     */
    public List<String> send(RawDelivery raw) {
        return outbox.send(raw);
    }

    /** The latest 20,000 delivery attempts, oldest first. */
    public List<DeliveryAttempt> deliveries() {
        return deliveries.log();
    }

    /** All deliveries that got a 2xx since the shop exists, without a bound (some 200 bytes each). */
    public Set<DeliveryKey> acknowledged() {
        return deliveries.acknowledged();
    }

    /** All deliveries that were never acknowledged up to their last retry: events that Shopify's contract loses. */
    public Set<DeliveryKey> givenUp() {
        return deliveries.givenUp();
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

    /** Whether the token opens the shop's Admin API now. */
    boolean opensWith(String token) {
        return installation.opensWith(token);
    }

    /** Nothing more is delivered. */
    void abandon() {
        deliveries.abandon();
    }
}
