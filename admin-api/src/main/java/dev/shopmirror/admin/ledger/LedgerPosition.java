package dev.shopmirror.admin.ledger;

import java.time.Instant;

/** Where a delivery stands in the order of commits. */
public record LedgerPosition(Instant committedAt, DeliveryKey key) {

    public static LedgerPosition of(StoredDelivery delivery) {
        return new LedgerPosition(delivery.committedAt(), delivery.key());
    }
}
