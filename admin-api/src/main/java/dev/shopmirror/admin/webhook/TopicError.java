package dev.shopmirror.admin.webhook;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.shopmirror.admin.subscription.Failure;

/** A topic that is not as it should be. */
record TopicError(
        @Schema(examples = "orders/update") String topic,

        @Schema(description = "Stable code", examples = "misspelt_topic")
        String code,

        @Schema(description = "Shopify's words, or what is known without asking it")
        String message,

        @Schema(description = "Shopify's X-Request-Id, for its support; null when it was not asked", nullable = true)
        String requestId,

        @Schema(description = "The subscription it is about; null when there is none", nullable = true)
        Long webhookId) {

    static TopicError of(Failure failure) {
        return new TopicError(
                failure.topic(), failure.code(), failure.message(), failure.requestId(), failure.webhookId());
    }
}
