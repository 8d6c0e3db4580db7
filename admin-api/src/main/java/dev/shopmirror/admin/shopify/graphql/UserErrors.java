package dev.shopmirror.admin.shopify.graphql;

import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import dev.shopmirror.admin.shopify.ShopifyErrors;
import dev.shopmirror.admin.shopify.ShopifyException.Reason;

/** {@code userErrors} of a mutation: {@code field}, a path or null, and {@code message}, a whole sentence. */
record UserErrors(JsonNode errors) {

    private static final Set<String> ADDRESS_FIELDS = Set.of("callbackUrl", "uri", "address");

    boolean isEmpty() {
        return errors.isEmpty();
    }

    /** The first error's, and told by its words where its field says too little. */
    Reason reason() {
        JsonNode first = errors.path(0);
        String message = first.path("message").asText();
        if (message.contains("already been taken")) {
            return Reason.ALREADY_TAKEN;
        }
        if (message.contains("does not exist")) {
            return Reason.NOT_FOUND;
        }
        return byField(fieldOf(first), message);
    }

    String text() {
        return ShopifyErrors.messagesOf(errors);
    }

    private static Reason byField(String field, String message) {
        if (field.equals("topic") || message.contains("with the specified topic")) {
            return Reason.INVALID_TOPIC;
        }
        boolean address = ADDRESS_FIELDS.contains(field) || message.startsWith("Address ");
        return address ? Reason.INVALID_ADDRESS : Reason.INVALID_REQUEST;
    }

    private static String fieldOf(JsonNode error) {
        JsonNode path = error.path("field");
        return path.path(path.size() - 1).asText();
    }
}
