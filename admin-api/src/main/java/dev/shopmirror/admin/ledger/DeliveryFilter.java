package dev.shopmirror.admin.ledger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Which deliveries; null is no condition.
 *
 * @param reasons any of them
 * @param from committed then or later
 * @param to committed earlier
 */
public record DeliveryFilter(
        UUID storeId,
        String shopDomain,
        String topic,
        Outcome outcome,
        List<String> reasons,
        Long resourceId,
        Instant from,
        Instant to) {

    public DeliveryFilter withOutcome(Outcome only) {
        return new DeliveryFilter(storeId, shopDomain, topic, only, reasons, resourceId, from, to);
    }

    public DeliveryFilter withReasons(List<String> only) {
        return new DeliveryFilter(storeId, shopDomain, topic, outcome, only, resourceId, from, to);
    }
}
