package dev.shopmirror.admin.webhook;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.shopmirror.admin.shopify.Subscription;

/** A subscription in the answer to a registration. */
record RegisteredWebhook(
        @Schema(examples = "products/update") String topic,
        @Schema(description = "Shopify's id") long id,

        @Schema(examples = "https://hooks.example.com/api/shopify/webhooks/products/update")
        String address) {

    static RegisteredWebhook of(Subscription subscription) {
        return new RegisteredWebhook(subscription.topic(), subscription.id(), subscription.address());
    }
}
