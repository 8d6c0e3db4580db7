package dev.shopmirror.admin.shopify;

import java.time.Instant;

/** A webhook subscription as Shopify has it. Times are null when Shopify left them out. */
public record Subscription(long id, String topic, String address, String format, Instant createdAt, Instant updatedAt) {

    public boolean delivers(String wantedTopic, String wantedAddress) {
        return topic.equals(wantedTopic) && address.equals(wantedAddress);
    }
}
