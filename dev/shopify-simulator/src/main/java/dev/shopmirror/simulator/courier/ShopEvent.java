package dev.shopmirror.simulator.courier;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Something happened in a shop.
 *
 * @param eventId shared by all events of one merchant action; sent as {@code X-Shopify-Event-Id}
 * @param productId sent as a header with product topics, as on real deliveries; null for others
 * @param triggeredAt to the microsecond; unless a caller gave it, later than that of any earlier event of the shop
 */
public record ShopEvent(
        String shopDomain,
        String topic,
        String eventId,
        @Nullable Long productId,
        Instant triggeredAt) {}
