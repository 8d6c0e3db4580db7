package dev.shopmirror.sync.apply;

import java.util.UUID;

import dev.shopmirror.sync.change.Change;
import dev.shopmirror.sync.change.Version;
import dev.shopmirror.sync.table.Row;

/**
 * One row to write.
 *
 * @param version null for a variant: it follows its product's
 */
record Target(UUID storeId, long id, long subId, Version version, Row row) {

    static Target of(UUID storeId, Change change) {
        return new Target(storeId, change.key().id(), change.key().subId(), change.version(), change.row());
    }

    RowId rowId() {
        return new RowId(storeId, id, subId);
    }
}
