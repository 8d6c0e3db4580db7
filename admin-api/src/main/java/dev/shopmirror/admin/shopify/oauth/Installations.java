package dev.shopmirror.admin.shopify.oauth;

import io.smallrye.mutiny.Uni;

import dev.shopmirror.admin.shopify.ShopAccess;

/** The app in a shop, as Shopify knows it. */
public interface Installations {

    /** Fails with a {@code ShopifyException}: {@code TOKEN_REFUSED} when the token opens nothing. */
    Uni<Installation> read(ShopAccess shop);
}
