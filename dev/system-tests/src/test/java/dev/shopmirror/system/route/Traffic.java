package dev.shopmirror.system.route;

import java.util.Set;

/**
 * What came by of one shop.
 *
 * @param acknowledged what ingest-service said 200 to, also where Shopify never heard of it
 * @param neverAcknowledged all others
 * @param records how many times it said so: at least so many records are in Kafka
 */
public record Traffic(Set<DeliveryId> acknowledged, Set<DeliveryId> neverAcknowledged, int records) {}
