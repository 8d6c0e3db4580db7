package dev.shopmirror.sync.store;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What sync-service knows of a store. The rest of the row is admin-api's.
 *
 * @param status as the column {@code status} has it
 * @param shopId Shopify's numeric id of the shop; null until known
 */
public record KnownStore(
        UUID id, String shopDomain, String status, @Nullable Long shopId) {

    /** Webhooks take no token: a store whose token was refused, and who was not uninstalled, is mirrored on. */
    public boolean isMirrored() {
        return status.equals("active") || status.equals("disconnected");
    }

    /** Nothing is kept of it, and nothing about it is done any more. */
    public boolean isRedacted() {
        return status.equals("redacted");
    }
}
