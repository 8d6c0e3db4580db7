package dev.shopmirror.admin.completion;

import java.time.Instant;
import java.util.UUID;

/**
 * A product whose last event did not bring all of its variants, in this replica's hands.
 *
 * @param versionAt {@code updated_at} of that event, in whole seconds
 * @param triggeredAt of that event
 * @param claimedAt when it was claimed, to the microsecond: no two claims of a product have the same
 * @param attempts how often this state was claimed, this time included
 */
record IncompleteProduct(
        UUID storeId,
        String shopDomain,
        long productId,
        Instant versionAt,
        Instant triggeredAt,
        Instant claimedAt,
        int attempts) {}
