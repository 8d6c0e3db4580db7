package dev.shopmirror.simulator.control;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.shopmirror.simulator.json.InvalidBody;
import dev.shopmirror.simulator.json.ShopifyJson;
import dev.shopmirror.simulator.shop.RawDelivery;

/**
 * A raw delivery as the control API takes it: {@code topic}; {@code body} as an object (written as Shopify would) or a
 * string (sent as it is), or {@code bodyBase64}; and any of the rest.
 */
record RawDeliveryBody(ObjectNode given) {

    private static final Set<String> FIELDS =
            Set.of("topic", "body", "bodyBase64", "address", "webhookId", "eventId", "triggeredAt", "test", "headers");

    /** @throws InvalidBody naming the field that is missing, unknown or unusable */
    RawDelivery delivery() {
        given.fieldNames().forEachRemaining(this::refuseUnknown);
        String topic = Fields.text(given, "topic").orElseThrow(() -> new InvalidBody("topic is missing"));
        RawDelivery delivery = new RawDelivery(topic, bytes());
        Fields.address(given, "address").ifPresent(delivery::to);
        Fields.text(given, "webhookId").ifPresent(delivery::withWebhookId);
        Fields.text(given, "eventId").ifPresent(delivery::withEventId);
        Fields.moment(given, "triggeredAt").ifPresent(delivery::withTriggeredAt);
        if (Fields.truth(given, "test")) {
            delivery.asTest();
        }
        for (Map.Entry<String, JsonNode> header : given.path("headers").properties()) {
            addHeader(delivery, header.getKey(), header.getValue());
        }
        return delivery;
    }

    private void refuseUnknown(String field) {
        if (!FIELDS.contains(field)) {
            throw new InvalidBody("there is no field " + field);
        }
    }

    private byte[] bytes() {
        if (given.has("body") == given.has("bodyBase64")) {
            throw new InvalidBody("either body or bodyBase64 must be given");
        }
        JsonNode body = given.path("body");
        if (body.isTextual()) {
            return body.textValue().getBytes(StandardCharsets.UTF_8);
        }
        return given.has("body") ? ShopifyJson.write(body) : decoded(given.path("bodyBase64"));
    }

    private static byte[] decoded(JsonNode base64) {
        try {
            return Base64.getDecoder().decode(base64.asText());
        } catch (IllegalArgumentException e) {
            throw new InvalidBody("bodyBase64 must be Base64");
        }
    }

    private static void addHeader(RawDelivery delivery, String name, JsonNode value) {
        if (value.isNull()) {
            delivery.withoutHeader(name);
        } else if (value.isTextual()) {
            delivery.withHeader(name, value.textValue());
        } else {
            throw new InvalidBody("headers." + name + " must be a string, or null to leave it out");
        }
    }
}
