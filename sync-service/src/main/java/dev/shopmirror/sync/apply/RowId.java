package dev.shopmirror.sync.apply;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;

/** Identity of a row within its table; {@code subId} is 0 where one id is enough. */
record RowId(UUID storeId, long id, long subId) {

    /** Reads rows of {@code store_id, id[, sub id]}. */
    static Set<RowId> readAll(RowSet<Row> rows) {
        Set<RowId> ids = new HashSet<>();
        for (Row row : rows) {
            ids.add(new RowId(row.getUUID(0), row.getLong(1), row.size() > 2 ? row.getLong(2) : 0));
        }
        return ids;
    }
}
