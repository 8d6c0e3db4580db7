package dev.shopmirror.admin.product;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.shopmirror.admin.paging.Cursor;

/** Where a product stands in the list: newest synced first, then by its id and store. */
record ProductPosition(Instant syncedAt, long id, UUID storeId) {

    static Optional<ProductPosition> of(String cursor) {
        return Cursor.parts(cursor, 3).map(ProductPosition::read);
    }

    String cursorKey() {
        return Cursor.key(syncedAt, id, storeId);
    }

    private static ProductPosition read(List<String> parts) {
        return new ProductPosition(
                Cursor.time(parts.get(0)), Cursor.shopifyId(parts.get(1)), Cursor.uuid(parts.get(2)));
    }
}
