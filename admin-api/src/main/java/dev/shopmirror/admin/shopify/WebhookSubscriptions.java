package dev.shopmirror.admin.shopify;

import java.util.List;

import io.smallrye.mutiny.Uni;

/**
 * The webhook subscriptions of a shop, as far as Shopify shows them to this app: those made through the Admin API.
 * Every call fails with a {@link ShopifyException} when Shopify refuses it, answers nonsense or not at all.
 */
public interface WebhookSubscriptions {

    /** All of them, over all pages. */
    Uni<List<Subscription>> list(ShopAccess shop);

    /**
     * @param topic such as {@code products/update}
     * @param address where Shopify delivers, https
     */
    Uni<Subscription> create(ShopAccess shop, String topic, String address);
}
