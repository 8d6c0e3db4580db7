package dev.shopmirror.simulator.courier;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.shopmirror.simulator.json.ShopifyJson;

/** One event for one address, fixed when it was triggered: every attempt sends the same bytes to the same place. */
public final class Delivery {

    private final ShopEvent event;
    private final Target target;
    private final String webhookId;
    private final Map<String, Optional<String>> headers;
    private final byte[] body;

    /**
     * A delivery of given bytes.
     *
     * @param headers sent instead of the usual ones of these names, or besides them; empty to leave one out
     */
    public Delivery(
            ShopEvent event, Target target, String webhookId, Map<String, Optional<String>> headers, byte[] body) {
        this.event = event;
        this.target = target;
        this.webhookId = webhookId;
        this.headers = Map.copyOf(headers);
        this.body = body.clone();
    }

    /** A body as Shopify writes it, under a new webhook id. */
    public static Delivery of(ShopEvent event, Target target, ObjectNode body) {
        return new Delivery(event, target, UUID.randomUUID().toString(), Map.of(), ShopifyJson.write(body));
    }

    /** What happened. */
    public ShopEvent event() {
        return event;
    }

    /** Where it goes, also when that subscription is gone or changed meanwhile. */
    public Target target() {
        return target;
    }

    /** {@code X-Shopify-Webhook-Id} of every attempt. */
    public String webhookId() {
        return webhookId;
    }

    Map<String, Optional<String>> headers() {
        return headers;
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
}
