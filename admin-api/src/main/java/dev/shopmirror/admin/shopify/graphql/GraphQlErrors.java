package dev.shopmirror.admin.shopify.graphql;

import com.fasterxml.jackson.databind.JsonNode;

import dev.shopmirror.admin.shopify.ShopifyErrors;
import dev.shopmirror.admin.shopify.ShopifyException.Reason;

/**
 * Top-level {@code errors} of a GraphQL answer that came with 200: the query was not carried out, or not wholly. Codes:
 * shopify.dev, "GraphQL Admin API", status and error codes.
 *
 * @param errors a list, or a string where the query was not even read
 */
record GraphQlErrors(JsonNode errors) {

    boolean isEmpty() {
        return errors.isMissingNode() || errors.isNull() || (errors.isContainerNode() && errors.isEmpty());
    }

    /** The first error's: others follow from it. */
    Reason reason() {
        JsonNode first = errors.path(0);
        return switch (first.path("extensions").path("code").asText()) {
            case "THROTTLED" -> Reason.RATE_LIMITED;
            case "ACCESS_DENIED" -> Reason.SCOPE_MISSING;
            case "SHOP_INACTIVE" -> Reason.SHOP_UNAVAILABLE;
            case "INTERNAL_SERVER_ERROR", "TIMEOUT" -> Reason.SHOPIFY_ERROR;
            case "RESOURCE_NOT_FOUND" -> Reason.NOT_FOUND;
            default -> byWords(first.path("message").asText());
        };
    }

    String text() {
        return errors.isArray() ? ShopifyErrors.messagesOf(errors) : ShopifyErrors.oneLine(errors.asText());
    }

    /** A value that is no topic has several codes; its message names the variable, the enum or both. */
    private Reason byWords(String message) {
        if (message.contains("WebhookSubscriptionTopic") || message.contains("$topic")) {
            return Reason.INVALID_TOPIC;
        }
        if (message.equals("Throttled")) {
            return Reason.RATE_LIMITED;
        }
        return errors.isArray() ? Reason.INVALID_REQUEST : Reason.UNEXPECTED_ANSWER;
    }
}
