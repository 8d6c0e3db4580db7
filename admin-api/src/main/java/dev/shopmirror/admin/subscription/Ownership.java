package dev.shopmirror.admin.subscription;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.shopmirror.admin.destination.WebhookBaseUrl;
import dev.shopmirror.admin.shopify.Subscription;

/**
 * Which of a shop's subscriptions are ours: those we recorded when we made them, and those that deliver to an
 * ingest-service of ours, today's or a former one. Every other belongs to somebody else and is never touched.
 *
 * @param ids Shopify's, as recorded for this store
 * @param baseUrls where this deployment's ingest-service is, or was when a subscription of any store was recorded
 */
record Ownership(Set<Long> ids, List<WebhookBaseUrl> baseUrls) {

    static Ownership of(Collection<Long> ids, Collection<String> recordedBaseUrls, WebhookBaseUrl current) {
        List<WebhookBaseUrl> all = Stream.concat(
                        Stream.of(current), recordedBaseUrls.stream().map(WebhookBaseUrl::of))
                .distinct()
                .sorted(Comparator.comparing((WebhookBaseUrl url) -> url.value().length())
                        .reversed())
                .toList();
        return new Ownership(Set.copyOf(ids), all);
    }

    boolean owns(Subscription subscription) {
        return isRecorded(subscription) || baseUrlOf(subscription).isPresent();
    }

    boolean isRecorded(Subscription subscription) {
        return ids.contains(subscription.id());
    }

    /** The base URL it delivers below, when that is one of ours. */
    Optional<WebhookBaseUrl> baseUrlOf(Subscription subscription) {
        return baseUrls.stream()
                .filter(url -> url.covers(subscription.address()))
                .findFirst();
    }
}
