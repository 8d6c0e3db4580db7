package dev.shopmirror.admin.testevent;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import dev.shopmirror.event.EventTopics;
import dev.shopmirror.event.RecordKey;

/**
 * A delivery as Shopify would make it, that changes nothing. Its body is always the same: whoever may send it must not
 * be able to have another one signed.
 */
record TestEvent(String shopDomain, String webhookId, Instant triggeredAt) {

    static final byte[] BODY = "{\"shopmirror\":\"test event\"}".getBytes(UTF_8);

    private static final String ALGORITHM = "HmacSHA256";

    static TestEvent of(String shopDomain, Instant now) {
        return new TestEvent(shopDomain, "shopmirror-test-" + UUID.randomUUID(), now);
    }

    /** The key that ingest-service gives it. */
    String recordKey() {
        return RecordKey.of(shopDomain, EventTopics.TEST, BODY);
    }

    /** @param secret the app's client secret */
    Map<String, String> headers(String secret) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("User-Agent", "Shopmirror test event");
        headers.put("X-Shopify-Topic", EventTopics.TEST);
        headers.put("X-Shopify-Hmac-Sha256", hmac(secret));
        headers.put("X-Shopify-Shop-Domain", shopDomain);
        headers.put("X-Shopify-Webhook-Id", webhookId);
        headers.put("X-Shopify-Triggered-At", triggeredAt.toString());
        headers.put("X-Shopify-Test", "true");
        return headers;
    }

    private static String hmac(String secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal(BODY));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
