package dev.shopmirror.admin.destination;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import dev.shopmirror.admin.shopify.Subscription;
import dev.shopmirror.admin.shopify.SubscriptionRequest;

/**
 * A subscription as it should be at Shopify.
 *
 * @param fields top-level fields that deliveries are cut down to; empty for whole bodies
 * @param filter null for every event
 */
public record WantedWebhook(String topic, String address, List<String> fields, String filter) {

    /** All events of the topic, whole. */
    public static WantedWebhook of(String topic, String address) {
        return new WantedWebhook(topic, address, List.of(), null);
    }

    public SubscriptionRequest request() {
        return new SubscriptionRequest(topic, address, fields, filter);
    }

    /** Whether what arrives there is cut and filtered as wanted; in which order Shopify lists fields says nothing. */
    public boolean cutsAs(Subscription actual) {
        return Set.copyOf(fields).equals(Set.copyOf(actual.fields()))
                && Objects.equals(
                        filter,
                        actual.filter() == null || actual.filter().isBlank()
                                ? null
                                : actual.filter().strip());
    }
}
