package dev.shopmirror.sync.change;

import java.util.Comparator;

import dev.shopmirror.sync.table.MirrorTable;

/**
 * A resource of a shop.
 *
 * @param id Shopify's id; for stock the inventory item's
 * @param subId for stock the location's id, else 0
 */
public record ResourceKey(String shopDomain, MirrorTable table, long id, long subId)
        implements Comparable<ResourceKey> {

    /** The order in which a statement locks rows. Transactions of several can still wait in a ring: one is tried again. */
    private static final Comparator<ResourceKey> LOCK_ORDER = Comparator.comparing(ResourceKey::shopDomain)
            .thenComparing(ResourceKey::table)
            .thenComparingLong(ResourceKey::id)
            .thenComparingLong(ResourceKey::subId);

    @Override
    public int compareTo(ResourceKey other) {
        return LOCK_ORDER.compare(this, other);
    }
}
