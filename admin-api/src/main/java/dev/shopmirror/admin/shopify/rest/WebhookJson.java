package dev.shopmirror.admin.shopify.rest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.shopmirror.admin.shopify.ShopifyException;
import dev.shopmirror.admin.shopify.ShopifyException.Reason;
import dev.shopmirror.admin.shopify.Subscription;
import dev.shopmirror.admin.shopify.SubscriptionRequest;

/** The JSON of webhooks.json. Unknown fields are passed over; id, topic and address must be there. */
final class WebhookJson {

    private WebhookJson() {}

    static String create(SubscriptionRequest wanted, ObjectMapper mapper) {
        ObjectNode webhook = webhook(wanted, mapper);
        if (wanted.filter() != null) {
            webhook.put("filter", wanted.filter());
        }
        return mapper.createObjectNode().set("webhook", webhook).toString();
    }

    /** Without a filter it names none: one that is left out stays as it is. */
    static String update(SubscriptionRequest wanted, ObjectMapper mapper) {
        ObjectNode webhook = webhook(wanted, mapper).put("filter", wanted.filter());
        return mapper.createObjectNode().set("webhook", webhook).toString();
    }

    private static ObjectNode webhook(SubscriptionRequest wanted, ObjectMapper mapper) {
        ObjectNode webhook = mapper.createObjectNode()
                .put("topic", wanted.topic())
                .put("address", wanted.address())
                .put("format", "json");
        wanted.fields().forEach(webhook.putArray("fields")::add);
        return webhook;
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
                texts(webhook.path("fields")),
                webhook.path("filter").asText(null),
                webhook.path("api_version").asText(null),
                time(webhook.path("created_at").asText()),
                time(webhook.path("updated_at").asText()));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return List.copyOf(texts);
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
