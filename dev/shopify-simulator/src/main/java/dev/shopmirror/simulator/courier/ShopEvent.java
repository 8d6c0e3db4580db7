package dev.shopmirror.simulator.courier;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * Something happened in a shop.
 *
 * @param action shared by all events of one merchant action; sent as {@code X-Shopify-Event-Id}
 * @param productId sent as a header with product topics, as on real deliveries; null for others
 * @param triggeredAt to the microsecond, later than that of any earlier event of the shop
 */
public record ShopEvent(
        String shopDomain,
        String topic,
        UUID action,
        @Nullable Long productId,
        Instant triggeredAt,
        ObjectNode body) {}
