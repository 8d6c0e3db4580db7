package dev.shopmirror.simulator.courier;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.shopmirror.simulator.json.ShopifyJson;
import dev.shopmirror.simulator.subscription.Subscription;

/** One event for one subscription, fixed when it was triggered: every attempt sends the same bytes to the same place. */
public final class Delivery {

    private final ShopEvent event;
    private final long subscriptionId;
    private final URI address;
    private final String apiVersion;
    private final String webhookId = UUID.randomUUID().toString();
    private final byte[] body;

    /** What this event means for this subscription, under a new webhook id. */
    public Delivery(ShopEvent event, Subscription subscription) {
        this.event = event;
        this.subscriptionId = subscription.id();
        this.address = subscription.address();
        this.apiVersion = subscription.apiVersion();
        this.body = ShopifyJson.write(trimmed(event.body(), subscription.fields()));
    }

    /** What happened. */
    public ShopEvent event() {
        return event;
    }

    /** Whose delivery it is, also when that subscription is gone or changed meanwhile. */
    public long subscriptionId() {
        return subscriptionId;
    }

    /** The subscription's address when the event was triggered. */
    public URI address() {
        return address;
    }

    /** {@code X-Shopify-Webhook-Id} of every attempt. */
    public String webhookId() {
        return webhookId;
    }

    String apiVersion() {
        return apiVersion;
    }

    byte[] body() {
        return body;
    }

    /** Of the signed bytes, lower-case hex. */
    public String bodySha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static ObjectNode trimmed(ObjectNode whole, Collection<String> fields) {
        return fields.isEmpty() ? whole : whole.deepCopy().retain(fields);
    }
}
