package dev.shopmirror.simulator.admin;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.shopmirror.simulator.json.Json;
import dev.shopmirror.simulator.subscription.Refused;
import dev.shopmirror.simulator.subscription.Subscription;

/** Subscriptions and refusals in the Admin API's JSON. */
final class WebhookJson {

    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");

    private WebhookJson() {}

    static JsonNode one(Subscription subscription) {
        return Json.wrap("webhook", webhook(subscription));
    }

    static JsonNode list(List<Subscription> subscriptions) {
        ArrayNode webhooks = Json.NODES.arrayNode();
        subscriptions.forEach(subscription -> webhooks.add(webhook(subscription)));
        return Json.wrap("webhooks", webhooks);
    }

    /** {@code {"errors":{"address":["for this topic has already been taken"]}}}. */
    static JsonNode errors(Refused refused) {
        ObjectNode errors = Json.NODES.objectNode();
        refused.errors().forEach((field, messages) -> errors.set(field, Json.texts(messages)));
        return Json.wrap("errors", errors);
    }

    /** {@code {"errors":"Not Found"}}: Shopify's other shape. */
    static JsonNode errors(String words) {
        return Json.wrap("errors", Json.NODES.textNode(words));
    }

    private static ObjectNode webhook(Subscription subscription) {
        ObjectNode webhook = Json.NODES.objectNode();
        webhook.put("id", subscription.id());
        webhook.put("address", subscription.address().toString());
        webhook.put("topic", subscription.topic());
        webhook.put("created_at", timestamp(subscription.createdAt()));
        webhook.put("updated_at", timestamp(subscription.updatedAt()));
        webhook.put("format", "json");
        if (subscription.filter() != null) {
            webhook.put("filter", subscription.filter());
        }
        webhook.set("fields", Json.texts(subscription.fields()));
        webhook.set("metafield_namespaces", Json.texts(subscription.metafieldNamespaces()));
        webhook.put("api_version", subscription.apiVersion());
        webhook.set("private_metafield_namespaces", Json.NODES.arrayNode());
        return webhook;
    }

    private static String timestamp(OffsetDateTime time) {
        return TIMESTAMP.format(time);
    }
}
