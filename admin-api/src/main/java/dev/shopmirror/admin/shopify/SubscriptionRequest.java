package dev.shopmirror.admin.shopify;

import java.util.List;

/**
 * A subscription as it should be at Shopify.
 *
 * @param topic such as {@code products/update}
 * @param address where Shopify delivers, https
 * @param fields names of the body's fields that are delivered; empty for all of them
 * @param filter Shopify's search syntax, passed through; null for every event
 */
public record SubscriptionRequest(String topic, String address, List<String> fields, String filter) {

    /** All events of the topic, whole. */
    public static SubscriptionRequest of(String topic, String address) {
        return new SubscriptionRequest(topic, address, List.of(), null);
    }
}
