package dev.shopmirror.simulator.admin.graphql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;
import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;

import dev.shopmirror.simulator.admin.graphql.node.SubscriptionNode;
import dev.shopmirror.simulator.json.Json;
import dev.shopmirror.simulator.shop.Shop;
import dev.shopmirror.simulator.subscription.Refused;
import dev.shopmirror.simulator.subscription.Subscription;
import dev.shopmirror.simulator.subscription.WebhookTopics;

/** Subscriptions, changed. What is refused is told by {@code userErrors}; the rules are those of REST. */
final class SubscriptionChanges {

    private static final String INPUT = "webhookSubscription";
    private static final Map<String, Object> UNKNOWN =
            Map.of("field", List.of("id"), "message", "Webhook subscription does not exist");

    /** Input field to that of REST; {@code uri} comes before the deprecated {@code callbackUrl}. */
    private static final Map<String, String> REST_FIELDS = Map.of(
            "callbackUrl", "address",
            "uri", "address",
            "format", "format",
            "includeFields", "fields",
            "metafieldNamespaces", "metafield_namespaces",
            "filter", "filter",
            "name", "name");

    private SubscriptionChanges() {}

    static Object create(DataFetchingEnvironment field) {
        Shop shop = Fetched.shop(field);
        ObjectNode webhook = rest(field);
        String topic = field.getArgument("topic");
        WebhookTopics.all().stream()
                .filter(known -> SubscriptionNode.topic(known).equals(topic))
                .forEach(known -> webhook.put("topic", known));
        try {
            Subscription created = shop.subscriptions().create(webhook, shop.now());
            return payload(SubscriptionNode.of(created).node(), List.of());
        } catch (Refused e) {
            return payload(null, userErrors(e));
        }
    }

    static Object update(DataFetchingEnvironment field) {
        Shop shop = Fetched.shop(field);
        Optional<Long> id = Fetched.id(field.getArgument("id"), SubscriptionFetchers.TYPE);
        try {
            Optional<Subscription> updated =
                    id.isEmpty() ? Optional.empty() : shop.subscriptions().update(id.get(), rest(field), shop.now());
            return updated.map(changed -> payload(SubscriptionNode.of(changed).node(), List.of()))
                    .orElseGet(() -> payload(null, List.of(UNKNOWN)));
        } catch (Refused e) {
            return payload(null, userErrors(e));
        }
    }

    static Object delete(DataFetchingEnvironment field) {
        Optional<Long> deleted = Fetched.id(field.getArgument("id"), SubscriptionFetchers.TYPE)
                .filter(Fetched.shop(field).subscriptions()::remove);
        Map<String, @Nullable Object> payload = new LinkedHashMap<>();
        payload.put(
                "deletedWebhookSubscriptionId",
                deleted.map(SubscriptionNode::gid).orElse(null));
        payload.put("userErrors", deleted.isPresent() ? List.of() : List.of(UNKNOWN));
        return payload;
    }

    private static ObjectNode rest(DataFetchingEnvironment field) {
        Map<String, Object> input = field.getArgument(INPUT);
        ObjectNode webhook = Json.NODES.objectNode();
        ObjectNode given = Json.tree(input);
        REST_FIELDS.forEach((name, rest) -> {
            if (given.has(name) && !(name.equals("callbackUrl") && given.has("uri"))) {
                webhook.set(rest, given.get(name));
            }
        });
        if (webhook.hasNonNull("format")) {
            webhook.put("format", webhook.get("format").asText().toLowerCase(Locale.ROOT));
        }
        return webhook;
    }

    private static Map<String, @Nullable Object> payload(@Nullable Object subscription, List<?> userErrors) {
        Map<String, @Nullable Object> payload = new LinkedHashMap<>();
        payload.put(INPUT, subscription);
        payload.put("userErrors", userErrors);
        return payload;
    }

    private static List<Object> userErrors(Refused refused) {
        List<Object> errors = new ArrayList<>();
        refused.errors().forEach((field, messages) -> messages.forEach(words -> errors.add(userError(field, words))));
        return errors;
    }

    /** REST leaves the field's name out of its words, GraphQL has it in. */
    private static Map<String, Object> userError(String field, String words) {
        return switch (field) {
            case "address" -> Map.of("field", List.of(INPUT, "callbackUrl"), "message", "Address " + words);
            case "format" -> Map.of("field", List.of(INPUT, "format"), "message", "Format " + words);
            case "topic" ->
                Map.of(
                        "field",
                        List.of("topic"),
                        "message",
                        "You cannot create a webhook subscription with the specified topic");
            default -> Map.of("field", List.of(INPUT, field), "message", words);
        };
    }
}
