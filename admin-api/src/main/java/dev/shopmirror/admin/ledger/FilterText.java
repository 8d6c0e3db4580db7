package dev.shopmirror.admin.ledger;

/** A filter as it comes in; null is no condition. */
public record FilterText(
        String storeId,
        String shopDomain,
        String topic,
        String outcome,
        String reason,
        String resourceId,
        String from,
        String to) {}
