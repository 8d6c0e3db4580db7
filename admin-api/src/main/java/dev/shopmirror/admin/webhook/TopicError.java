package dev.shopmirror.admin.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.shopmirror.admin.shopify.ShopifyException;

/** Why a topic could not be registered. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TopicError(
        @Schema(examples = "products/update") String topic,

        @Schema(description = "Stable, such as invalid_topic or rate_limited")
        String code,

        @Schema(description = "Shopify's words") String message,

        @Schema(description = "Shopify's X-Request-Id, for its support")
        String requestId) {

    static TopicError of(String topic, ShopifyException failure) {
        return new TopicError(topic, failure.reason().code(), failure.getMessage(), failure.requestId());
    }
}
