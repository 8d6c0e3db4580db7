package dev.shopmirror.event;

import java.util.Locale;
import java.util.Optional;

/**
 * Header names of a delivery, as HTTP headers and as Kafka record headers. Lower case, because HTTP header names are
 * case-insensitive and Kafka's are not.
 *
 * @see <a href="https://shopify.dev/docs/api/webhooks">Shopify: webhook headers</a>
 */
public final class EventHeaders {

    public static final String PREFIX = "x-shopify-";

    public static final String TOPIC = PREFIX + "topic";
    public static final String SHOP_DOMAIN = PREFIX + "shop-domain";
    public static final String HMAC = PREFIX + "hmac-sha256";
    public static final String WEBHOOK_ID = PREFIX + "webhook-id";
    public static final String EVENT_ID = PREFIX + "event-id";
    public static final String TRIGGERED_AT = PREFIX + "triggered-at";
    public static final String API_VERSION = PREFIX + "api-version";
    public static final String TEST = PREFIX + "test";

    /** When ingest-service had the whole body, ISO-8601 UTC. Ours, never Shopify's. */
    public static final String RECEIVED_AT = "received-at";

    /** Where the event comes from, a {@link EventSource} in lower case. Ours, never Shopify's. */
    public static final String SOURCE = "source";

    private static final String NEXT_GENERATION_PREFIX = "shopify-";

    private EventHeaders() {}

    /**
     * The one spelling of a Shopify header: {@code X-Shopify-Topic} and the next generation's {@code shopify-topic} are
     * both {@code x-shopify-topic}. Empty for every other header.
     */
    public static Optional<String> normalise(String httpHeaderName) {
        String name = httpHeaderName.toLowerCase(Locale.ROOT);
        if (name.startsWith(PREFIX)) {
            return Optional.of(name);
        }
        return name.startsWith(NEXT_GENERATION_PREFIX) ? Optional.of("x-" + name) : Optional.empty();
    }
}
