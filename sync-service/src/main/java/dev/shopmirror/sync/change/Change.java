package dev.shopmirror.sync.change;

import dev.shopmirror.sync.table.Row;

/** What one event says about one resource. */
public record Change(ResourceKey key, Version version, boolean deletion, Row row, Variants variants) {

    public static Change upsert(ResourceKey key, Version version, Row row, Variants variants) {
        return new Change(key, version, false, row, variants);
    }

    public static Change deletion(ResourceKey key, Version version) {
        return new Change(key, version, true, Row.EMPTY, Variants.UNKNOWN);
    }

    /**
     * Whether this newer change alone leads to the state that both would. It does not when the older one says something
     * that this one leaves open: a field that a trimmed body lacks, or that the resource was deleted in between.
     */
    boolean covers(Change older) {
        if (deletion) {
            return true;
        }
        return !older.deletion && row.columns().containsAll(older.row.columns()) && variants.cover(older.variants);
    }
}
