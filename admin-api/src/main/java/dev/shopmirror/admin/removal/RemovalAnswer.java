package dev.shopmirror.admin.removal;

import java.util.UUID;

/** A store that is no more. */
record RemovalAnswer(boolean success, String message, UUID storeId, String shopDomain, RemovalCounts removed) {

    static RemovalAnswer of(UUID storeId, String shopDomain, RemovalCounts removed) {
        String message = "Removed %s with %s; %d deliveries are kept"
                .formatted(shopDomain, removed.describe(), removed.deliveriesKept());
        return new RemovalAnswer(true, message, storeId, shopDomain, removed);
    }
}
