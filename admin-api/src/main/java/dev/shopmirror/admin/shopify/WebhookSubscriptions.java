package dev.shopmirror.admin.shopify;

import java.util.List;

import io.smallrye.mutiny.Uni;

/**
 * The webhook subscriptions of a shop, as far as Shopify shows them to this app: those made through the Admin API.
 * Every call fails with a {@link ShopifyException} when Shopify refuses it, answers nonsense or not at all. A call that
 * found no answer is sent again: what an earlier try has done is then reported as done already.
 */
public interface WebhookSubscriptions {

    /** All of them, over all pages. */
    Uni<List<Subscription>> list(ShopAccess shop);

    /** Fails with {@code ALREADY_TAKEN} when there is one with this topic and address. */
    Uni<Subscription> create(ShopAccess shop, SubscriptionRequest wanted);

    /** Changes address, fields and filter; the topic of a subscription stays. Fails with {@code NOT_FOUND}. */
    Uni<Subscription> update(ShopAccess shop, long id, SubscriptionRequest wanted);

    /** Fails with {@code NOT_FOUND} when it is gone already. */
    Uni<Void> delete(ShopAccess shop, long id);
}
