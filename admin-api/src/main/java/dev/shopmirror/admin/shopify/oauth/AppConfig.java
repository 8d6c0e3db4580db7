package dev.shopmirror.admin.shopify.oauth;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** The app that this deployment is, at Shopify. Needed for stores whose tokens are renewed. */
@ConfigMapping(prefix = "shopify-app")
interface AppConfig {

    /** {@code SHOPIFY_CLIENT_ID}. */
    Optional<String> clientId();

    /** {@code SHOPIFY_CLIENT_SECRET}. */
    Optional<String> clientSecret();
}
