package dev.shopmirror.admin.webhook;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.shopmirror.admin.shopify.ShopAccess;
import dev.shopmirror.admin.shopify.ShopifyException;
import dev.shopmirror.admin.shopify.Subscription;
import dev.shopmirror.admin.shopify.WebhookSubscriptions;
import dev.shopmirror.admin.store.AccessTokens;
import dev.shopmirror.admin.store.Store;
import dev.shopmirror.admin.store.Stores;

/** The way from a store's id to its subscriptions at Shopify. */
@ApplicationScoped
class StoreWebhooks {

    private final Stores stores;
    private final AccessTokens tokens;
    private final WebhookSubscriptions subscriptions;

    StoreWebhooks(Stores stores, AccessTokens tokens, WebhookSubscriptions subscriptions) {
        this.stores = stores;
        this.tokens = tokens;
        this.subscriptions = subscriptions;
    }

    Uni<Store> store(UUID storeId) {
        return stores.get(storeId);
    }

    Uni<ShopAccess> access(Store store) {
        return tokens.of(store).map(token -> new ShopAccess(store.shopDomain(), token));
    }

    /** What Shopify has; fails with a problem when it does not say. */
    Uni<List<Subscription>> list(UUID storeId) {
        return store(storeId)
                .flatMap(this::access)
                .flatMap(subscriptions::list)
                .onFailure(ShopifyException.class)
                .transform(ShopifyProblem::of);
    }
}
