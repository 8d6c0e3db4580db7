package dev.shopmirror.admin.shopify;

import dev.shopmirror.admin.secret.Secret;

/** The shop a call is for, {@code acme.myshopify.com}, and the token it is made with. */
public record ShopAccess(String shopDomain, Secret accessToken) {}
