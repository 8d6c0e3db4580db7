package dev.shopmirror.admin.destination;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import dev.shopmirror.admin.shopify.ShopifyTopics;

/**
 * Topics that may be wanted. Shopify adds some every quarter, so that an unlisted one is no mistake by itself; one that
 * looks like a listed one most likely is.
 */
final class KnownTopics {

    private static final int SLIPS = 2;

    private static final Set<String> COMPLIANCE = Set.of("customers/data_request", "customers/redact", "shop/redact");

    private final Set<String> topics;

    /** @param added topics that Shopify has added since, as the operator says */
    KnownTopics(Collection<String> added) {
        topics = new HashSet<>(added);
        topics.addAll(ShopifyTopics.all());
    }

    boolean contains(String topic) {
        return topics.contains(topic);
    }

    /** Whether it is one of those that an app declares for all its shops, and never subscribes to. */
    static boolean isCompliance(String topic) {
        return COMPLIANCE.contains(topic);
    }

    /** What was probably meant by a topic that is not known. */
    Optional<String> nearest(String topic) {
        return topics.stream()
                .filter(known -> EditDistance.between(topic, known) <= SLIPS)
                .min(Comparator.comparingInt((String known) -> EditDistance.between(topic, known))
                        .thenComparing(Comparator.naturalOrder()));
    }
}
