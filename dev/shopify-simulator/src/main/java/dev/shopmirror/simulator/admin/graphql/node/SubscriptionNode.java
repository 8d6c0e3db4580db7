package dev.shopmirror.simulator.admin.graphql.node;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.shopmirror.simulator.resource.Gid;
import dev.shopmirror.simulator.subscription.Subscription;

/** {@code WebhookSubscription}. */
public final class SubscriptionNode {

    private static final String TYPE = "WebhookSubscription";
    private static final Pattern SEPARATOR = Pattern.compile("[/.]");

    private SubscriptionNode() {}

    /** The subscription as a node, placed by its id. */
    public static Placed of(Subscription subscription) {
        Map<String, @Nullable Object> node = new LinkedHashMap<>();
        node.put("id", gid(subscription.id()));
        node.put("legacyResourceId", Long.toString(subscription.id()));
        node.put("topic", topic(subscription.topic()));
        node.put("uri", subscription.address().toString());
        node.put("callbackUrl", subscription.address().toString());
        node.put("format", "JSON");
        node.put("includeFields", subscription.fields());
        node.put("filter", subscription.filter());
        node.put("name", subscription.name());
        node.put("metafieldNamespaces", subscription.metafieldNamespaces());
        node.put("apiVersion", apiVersion(subscription.apiVersion()));
        node.put("createdAt", subscription.createdAt().toInstant().toString());
        node.put("updatedAt", subscription.updatedAt().toInstant().toString());
        return new Placed(subscription.id(), node);
    }

    /** {@code gid://shopify/WebhookSubscription/4759306}. */
    public static String gid(long id) {
        return Gid.of(TYPE, id);
    }

    /** {@code CUSTOMER_TAGS_ADDED} for {@code customer.tags_added}. */
    public static String topic(String topic) {
        return SEPARATOR.matcher(topic).replaceAll("_").toUpperCase(Locale.ROOT);
    }

    private static Map<String, Object> apiVersion(String handle) {
        return Map.of("handle", handle, "displayName", handle, "supported", true);
    }
}
