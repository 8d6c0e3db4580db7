package dev.shopmirror.simulator.shop;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import dev.shopmirror.simulator.json.InvalidBody;
import dev.shopmirror.simulator.json.ShopifyJson;

/**
 * A delivery that no change caused: any bytes under any topic, correctly signed. What is not said is as on a real one.
 * For one thread, and for one or more {@link Shop#send sendings}.
 */
public final class RawDelivery {

    private final String topic;
    private final byte[] body;
    private final Map<String, Optional<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private @Nullable URI address;
    private @Nullable String webhookId;
    private @Nullable String eventId;
    private @Nullable Instant triggeredAt;

    /** @param body sent and signed as it is, JSON or not */
    public RawDelivery(String topic, byte[] body) {
        this.topic = topic;
        this.body = body.clone();
        checkHeader("X-Shopify-Topic", topic);
    }

    /** @param body written as Shopify writes JSON */
    public RawDelivery(String topic, ObjectNode body) {
        this(topic, ShopifyJson.write(body));
    }

    /** To this http or https URL, instead of those subscribed to the topic. */
    public RawDelivery to(URI other) {
        this.address = other;
        return this;
    }

    /** Under this webhook id, be it one of before. */
    public RawDelivery withWebhookId(String id) {
        checkHeader("X-Shopify-Webhook-Id", id);
        this.webhookId = id;
        return this;
    }

    /** As part of this merchant action. */
    public RawDelivery withEventId(String id) {
        checkHeader("X-Shopify-Event-Id", id);
        this.eventId = id;
        return this;
    }

    /** As if it had happened, or would happen, at this moment. */
    public RawDelivery withTriggeredAt(Instant moment) {
        this.triggeredAt = moment;
        return this;
    }

    /** As the admin's "Send test notification": with {@code X-Shopify-Test: true}. */
    public RawDelivery asTest() {
        return withHeader("X-Shopify-Test", "true");
    }

    /**
     * With this header, above all others of its name.
     *
     * @throws InvalidBody when HTTP does not allow it, or not from here
     */
    public RawDelivery withHeader(String name, String value) {
        checkHeader(name, value);
        headers.put(name, Optional.of(value));
        return this;
    }

    /** Without this header. */
    public RawDelivery withoutHeader(String name) {
        headers.put(name, Optional.empty());
        return this;
    }

    String topic() {
        return topic;
    }

    byte[] body() {
        return body;
    }

    Optional<URI> address() {
        return Optional.ofNullable(address);
    }

    Optional<String> webhookId() {
        return Optional.ofNullable(webhookId);
    }

    Optional<String> eventId() {
        return Optional.ofNullable(eventId);
    }

    Optional<Instant> triggeredAt() {
        return Optional.ofNullable(triggeredAt);
    }

    Map<String, Optional<String>> headers() {
        return headers;
    }

    /** Now rather than when it is posted, where nobody could be told. */
    private static void checkHeader(String name, String value) {
        try {
            HttpRequest.newBuilder().setHeader(name, value);
        } catch (IllegalArgumentException e) {
            throw new InvalidBody("header " + name + " cannot be sent: " + e.getMessage());
        }
    }
}
