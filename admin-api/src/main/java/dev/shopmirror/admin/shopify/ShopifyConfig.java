package dev.shopmirror.admin.shopify;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** Where Shopify's Admin API is. */
@ConfigMapping(prefix = "shopify")
interface ShopifyConfig {

    /** URL of a shop, with {@code {shop}} for its domain; {@code https://{shop}} when absent. */
    Optional<String> adminUrl();

    /** Such as {@code 2026-10}. */
    String apiVersion();
}
