package dev.shopmirror.admin.shopify.graphql;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.shopmirror.admin.shopify.ShopifyTopics;

/**
 * A topic's two names: {@code products/update}, as deliveries and the REST API have it, and {@code PRODUCTS_UPDATE}. The
 * way back is not written in the name: {@code CUSTOMER_TAGS_ADDED} is {@code customer.tags_added}.
 */
final class TopicName {

    private static final Map<String, String> BY_ENUM =
            ShopifyTopics.all().stream().collect(Collectors.toUnmodifiableMap(TopicName::toEnum, Function.identity()));

    /** What comes before the slash, of the topics that are known; the longest first. */
    private static final List<String> RESOURCES = ShopifyTopics.all().stream()
            .filter(topic -> topic.indexOf('/') > 0)
            .map(topic -> topic.substring(0, topic.indexOf('/')))
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();

    private TopicName() {}

    static String toEnum(String topic) {
        return topic.replace('/', '_').replace('.', '_').toUpperCase(Locale.ROOT);
    }

    /** One that is not known is split by its looks. */
    static String fromEnum(String value) {
        String known = BY_ENUM.get(value);
        return known == null ? split(value.toLowerCase(Locale.ROOT)) : known;
    }

    private static String split(String name) {
        int at = endOfResource(name);
        return at <= 0 ? name : name.substring(0, at) + '/' + name.substring(at + 1);
    }

    /** Of the longest known one; else of the first word, up to the first plural if there is any. */
    private static int endOfResource(String name) {
        return RESOURCES.stream()
                .filter(resource -> name.startsWith(resource + '_'))
                .findFirst()
                .map(String::length)
                .orElseGet(() -> name.contains("s_") ? name.indexOf("s_") + 1 : name.indexOf('_'));
    }
}
