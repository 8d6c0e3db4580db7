package dev.shopmirror.admin.subscription;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.shopmirror.admin.credential.Purpose;
import dev.shopmirror.admin.shopify.Subscription;
import dev.shopmirror.admin.shopify.SubscriptionRequest;
import dev.shopmirror.admin.shopify.WebhookSubscriptions;
import dev.shopmirror.admin.store.Store;
import dev.shopmirror.admin.store.StoreAccess;

/** A store's subscriptions at Shopify, each call with a token that is good at that moment. */
@ApplicationScoped
class ShopWebhooks {

    private final StoreAccess access;
    private final WebhookSubscriptions subscriptions;

    ShopWebhooks(StoreAccess access, WebhookSubscriptions subscriptions) {
        this.access = access;
        this.subscriptions = subscriptions;
    }

    Uni<List<Subscription>> list(Store store, Purpose purpose) {
        return access.call(store, purpose, subscriptions::list);
    }

    Uni<Subscription> create(Store store, SubscriptionRequest wanted) {
        return access.call(store, shop -> subscriptions.create(shop, wanted));
    }

    Uni<Subscription> update(Store store, long id, SubscriptionRequest wanted) {
        return access.call(store, shop -> subscriptions.update(shop, id, wanted));
    }

    Uni<Void> delete(Store store, long id) {
        return access.call(store, Purpose.TAKE_BACK, shop -> subscriptions.delete(shop, id));
    }
}
