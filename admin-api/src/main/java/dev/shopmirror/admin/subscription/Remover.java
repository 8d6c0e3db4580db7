package dev.shopmirror.admin.subscription;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import dev.shopmirror.admin.shopify.ShopifyException;
import dev.shopmirror.admin.shopify.ShopifyException.Reason;
import dev.shopmirror.admin.shopify.Subscription;
import dev.shopmirror.admin.subscription.Registration.Outcome;

/** Deletes subscriptions at Shopify. Whose they are, the caller has looked at. */
@ApplicationScoped
public class Remover {

    private final ShopWebhooks shopify;
    private final SubscriptionRecords records;
    private final StoreColumns columns;

    Remover(ShopWebhooks shopify, SubscriptionRecords records, StoreColumns columns) {
        this.shopify = shopify;
        this.records = records;
        this.columns = columns;
    }

    /** One after the other, whatever becomes of each. */
    public Uni<Registration> removeAll(Errand errand, List<Subscription> subscriptions) {
        return Multi.createFrom()
                .iterable(subscriptions)
                .onItem()
                .transformToUniAndConcatenate(one -> remove(errand, one))
                .collect()
                .asList()
                .map(Registration::of);
    }

    /** Healing would bring back what an operator has just removed. */
    public Uni<Void> stopHealing(Errand errand) {
        return columns.stopHealing(errand.store().id())
                .invoke(wasOn -> {
                    if (wasOn) {
                        errand.record("Healing of drift switched off");
                    }
                })
                .replaceWithVoid();
    }

    Uni<Outcome> remove(Errand errand, Subscription subscription) {
        return shopify.delete(errand.store(), subscription.id())
                .invoke(() -> errand.record("Webhook deleted", subscription))
                .onFailure(Remover::isGone)
                .recoverWithNull()
                .chain(() -> forget(errand.store().id(), subscription))
                .onFailure(Failure::isExpected)
                .recoverWithItem(
                        failure -> new Outcome.Failed(Failure.of(subscription.topic(), subscription.id(), failure)));
    }

    static boolean isGone(Throwable failure) {
        return ShopifyException.is(failure, Reason.NOT_FOUND);
    }

    private Uni<Outcome> forget(UUID storeId, Subscription subscription) {
        return records.forget(storeId, subscription.id()).map(done -> new Outcome.Removed(subscription));
    }
}
