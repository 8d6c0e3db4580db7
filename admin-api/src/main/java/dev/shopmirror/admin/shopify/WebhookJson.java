package dev.shopmirror.admin.shopify;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.shopmirror.admin.shopify.ShopifyException.Reason;

/** The JSON of webhooks.json. Unknown fields are passed over; id, topic and address must be there. */
final class WebhookJson {

    private WebhookJson() {}

    static String creation(String topic, String address, ObjectMapper mapper) {
        return mapper.createObjectNode()
                .set(
                        "webhook",
                        mapper.createObjectNode()
                                .put("topic", topic)
                                .put("address", address)
                                .put("format", "json"))
                .toString();
    }

    static Subscription one(String body, ObjectMapper mapper) {
        return subscription(parse(body, mapper).path("webhook"));
    }

    static List<Subscription> many(String body, ObjectMapper mapper) {
        JsonNode webhooks = parse(body, mapper).path("webhooks");
        if (!webhooks.isArray()) {
            throw unexpected();
        }
        List<Subscription> subscriptions = new ArrayList<>();
        webhooks.forEach(webhook -> subscriptions.add(subscription(webhook)));
        return subscriptions;
    }

    private static Subscription subscription(JsonNode webhook) {
        if (!webhook.path("id").canConvertToLong()
                || !webhook.path("topic").isTextual()
                || !webhook.path("address").isTextual()) {
            throw unexpected();
        }
        return new Subscription(
                webhook.path("id").asLong(),
                webhook.path("topic").asText(),
                webhook.path("address").asText(),
                webhook.path("format").asText("json"),
                time(webhook.path("created_at").asText()),
                time(webhook.path("updated_at").asText()));
    }

    private static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static JsonNode parse(String body, ObjectMapper mapper) {
        try {
            return mapper.readTree(body == null ? "" : body);
        } catch (JsonProcessingException e) {
            throw unexpected();
        }
    }

    private static ShopifyException unexpected() {
        return new ShopifyException(Reason.UNEXPECTED_ANSWER, "Shopify's answer is not what it documents", null);
    }
}
