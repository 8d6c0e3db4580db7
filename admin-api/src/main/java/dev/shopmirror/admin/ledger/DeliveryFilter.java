package dev.shopmirror.admin.ledger;

import java.time.Instant;
import java.util.UUID;

/**
 * Which deliveries; null is no condition.
 *
 * @param from committed then or later
 * @param to committed earlier
 */
public record DeliveryFilter(
        UUID storeId,
        String shopDomain,
        String topic,
        Outcome outcome,
        String reason,
        Long resourceId,
        Instant from,
        Instant to) {

    public DeliveryFilter withOutcome(Outcome only) {
        return new DeliveryFilter(storeId, shopDomain, topic, only, reason, resourceId, from, to);
    }
}
