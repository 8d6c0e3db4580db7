package dev.shopmirror.admin.completion;

import java.time.Instant;
import java.util.UUID;

/**
 * A product whose last event did not bring all of its variants.
 *
 * @param versionAt {@code updated_at} of that event, in whole seconds
 * @param triggeredAt of that event
 * @param attempts how often this state was fetched, this time included
 */
record IncompleteProduct(
        UUID storeId, String shopDomain, long productId, Instant versionAt, Instant triggeredAt, int attempts) {}
