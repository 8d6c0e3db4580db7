package dev.shopmirror.admin.shopify;

import java.time.Instant;
import java.util.List;

/**
 * A webhook subscription as Shopify has it.
 *
 * @param fields names of the body's fields that are delivered; empty for all of them
 * @param filter null for every event
 * @param apiVersion of the bodies; null when Shopify left it out, as it may the times
 */
public record Subscription(
        long id,
        String topic,
        String address,
        String format,
        List<String> fields,
        String filter,
        String apiVersion,
        Instant createdAt,
        Instant updatedAt) {

    public boolean delivers(String wantedTopic, String wantedAddress) {
        return topic.equals(wantedTopic) && address.equals(wantedAddress);
    }
}
