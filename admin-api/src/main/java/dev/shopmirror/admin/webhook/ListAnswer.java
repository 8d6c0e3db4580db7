package dev.shopmirror.admin.webhook;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.shopmirror.admin.shopify.Subscription;

/** All subscriptions that Shopify shows for a store, ours and others. */
record ListAnswer(boolean success, int count, List<Webhook> data) {

    /** One of them; times are UTC. */
    record Webhook(
            @Schema(description = "Shopify's id") long id,
            @Schema(examples = "products/update") String topic,
            String address,
            @Schema(examples = "json") String format,

            @Schema(description = "Of the bodies; null when Shopify did not say", nullable = true, examples = "2026-10")
            String apiVersion,

            Instant createdAt,
            Instant updatedAt) {

        private static Webhook of(Subscription subscription) {
            return new Webhook(
                    subscription.id(),
                    subscription.topic(),
                    subscription.address(),
                    subscription.format(),
                    subscription.apiVersion(),
                    subscription.createdAt(),
                    subscription.updatedAt());
        }
    }

    static ListAnswer of(List<Subscription> subscriptions) {
        return new ListAnswer(
                true,
                subscriptions.size(),
                subscriptions.stream().map(Webhook::of).toList());
    }
}
