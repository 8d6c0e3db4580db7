package dev.shopmirror.sync.change;

import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.shopmirror.sync.table.Row;

/**
 * What a product's body says of its variants.
 *
 * @param rows content by variant id; Shopify sends at most 100
 * @param live ids of all variants the product has; null when the body does not tell. Only a variant missing here is gone
 */
public record Variants(Map<Long, Row> rows, @Nullable Set<Long> live) {

    /** A body without variants: nothing is known of them, nothing changes. */
    public static final Variants UNKNOWN = new Variants(Map.of(), null);

    /** Whether applying these makes applying the older ones needless. */
    boolean cover(Variants older) {
        boolean removalsCovered = older.live == null || live != null;
        return removalsCovered
                && older.rows.entrySet().stream().allMatch(row -> coversRow(row.getKey(), row.getValue()));
    }

    private boolean coversRow(long variantId, Row older) {
        Row row = rows.get(variantId);
        return row == null
                ? live != null && !live.contains(variantId)
                : row.columns().containsAll(older.columns());
    }
}
