package dev.shopmirror.admin.shopify;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where Shopify's Admin API is. */
@ConfigMapping(prefix = "shopify")
interface ShopifyConfig {

    /** URL of a shop, with {@code {shop}} for its domain; {@code https://{shop}} when absent. */
    Optional<String> adminUrl();

    /** Such as {@code 2026-10}. */
    String apiVersion();

    /** How subscriptions are managed: {@code rest} or {@code graphql}. */
    @WithDefault("rest")
    Adapter.Kind adapter();
}
