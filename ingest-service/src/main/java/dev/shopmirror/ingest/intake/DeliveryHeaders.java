package dev.shopmirror.ingest.intake;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.shopmirror.event.EventHeaders;

/**
 * Shopify's headers of one delivery under their one spelling. Of a header sent twice the first value that is not blank
 * counts. None of them is signed.
 */
final class DeliveryHeaders {

    private final Map<String, String> values;
    private final Map<String, String> content;

    private DeliveryHeaders(Map<String, String> values, Map<String, String> content) {
        this.values = values;
        this.content = content;
    }

    static DeliveryHeaders of(Iterable<Map.Entry<String, String>> httpHeaders) {
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, String> content = new LinkedHashMap<>();
        for (Map.Entry<String, String> header : httpHeaders) {
            String value = header.getValue().strip();
            if (!value.isEmpty()) {
                EventHeaders.normalise(header.getKey()).ifPresent(name -> values.putIfAbsent(name, value));
                if (describesContent(header.getKey())) {
                    content.put(header.getKey(), value);
                }
            }
        }
        return new DeliveryHeaders(values, content);
    }

    /** All of them, the signature included. */
    Map<String, String> asMap() {
        return values;
    }

    /** What was said of the body: {@code Content-Type}, {@code Content-Encoding}, {@code Transfer-Encoding}, … */
    Map<String, String> content() {
        return content;
    }

    @Nullable
    String signature() {
        return values.get(EventHeaders.HMAC);
    }

    @Nullable
    String shop() {
        return values.get(EventHeaders.SHOP_DOMAIN);
    }

    @Nullable
    String webhookId() {
        return values.get(EventHeaders.WEBHOOK_ID);
    }

    /**
     * The header decides, the path is the fallback: {@code products/update}, also with slashes around it.
     *
     * @param path the rest of the request's path, decoded; empty when there is none
     */
    Optional<String> topic(String path) {
        String header = values.get(EventHeaders.TOPIC);
        if (header != null) {
            return Optional.of(header);
        }
        String topic = withoutSurroundingSlashes(path.strip());
        return topic.isEmpty() ? Optional.empty() : Optional.of(topic);
    }

    private static boolean describesContent(String name) {
        return name.regionMatches(true, 0, "Content-", 0, 8) || name.equalsIgnoreCase("Transfer-Encoding");
    }

    private static String withoutSurroundingSlashes(String path) {
        int start = 0;
        int end = path.length();
        while (start < end && path.charAt(start) == '/') {
            start++;
        }
        while (start < end && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(start, end);
    }
}
