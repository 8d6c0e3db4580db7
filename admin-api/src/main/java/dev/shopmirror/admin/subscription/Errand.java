package dev.shopmirror.admin.subscription;

import java.util.function.BiConsumer;

import dev.shopmirror.admin.shopify.Subscription;
import dev.shopmirror.admin.store.Store;

/**
 * Whose subscriptions are changed, and where that is written down.
 *
 * @param journal takes the change and its details, under the name of whoever makes it
 */
public record Errand(Store store, BiConsumer<String, String> journal) {

    void record(String change, Subscription subscription) {
        journal.accept(
                change,
                "store=%s shop=%s topic=%s webhookId=%d address=%s"
                        .formatted(
                                store.id(),
                                store.shopDomain(),
                                subscription.topic(),
                                subscription.id(),
                                subscription.address()));
    }

    void record(String change) {
        journal.accept(change, "store=%s shop=%s".formatted(store.id(), store.shopDomain()));
    }
}
