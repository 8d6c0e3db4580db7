package dev.shopmirror.admin.webhook;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.shopmirror.admin.shopify.ShopAccess;
import dev.shopmirror.admin.shopify.ShopifyException;
import dev.shopmirror.admin.shopify.Subscription;
import dev.shopmirror.admin.shopify.WebhookSubscriptions;
import dev.shopmirror.admin.store.Store;
import dev.shopmirror.admin.store.StoreAccess;
import dev.shopmirror.admin.store.Stores;

/** The way from a store's id to its subscriptions at Shopify. */
@ApplicationScoped
class StoreWebhooks {

    private final Stores stores;
    private final StoreAccess access;
    private final WebhookSubscriptions subscriptions;

    StoreWebhooks(Stores stores, StoreAccess access, WebhookSubscriptions subscriptions) {
        this.stores = stores;
        this.access = access;
        this.subscriptions = subscriptions;
    }

    Uni<Store> store(UUID storeId) {
        return stores.get(storeId);
    }

    <T> Uni<T> call(Store store, Function<ShopAccess, Uni<T>> call) {
        return access.call(store, call).onFailure(ShopifyException.class).transform(ShopifyProblem::of);
    }

    /** What Shopify has; fails with a problem when it does not say. */
    Uni<List<Subscription>> list(UUID storeId) {
        return store(storeId).flatMap(store -> call(store, subscriptions::list));
    }
}
