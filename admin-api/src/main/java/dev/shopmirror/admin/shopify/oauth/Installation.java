package dev.shopmirror.admin.shopify.oauth;

import java.util.List;

/**
 * What a token opens.
 *
 * @param shopId Shopify's numeric id of the shop
 * @param scopes that were granted, such as {@code read_products}
 */
public record Installation(long shopId, List<String> scopes) {}
