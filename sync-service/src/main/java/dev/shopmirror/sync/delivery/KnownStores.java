package dev.shopmirror.sync.delivery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Looks stores up inside the batch's transaction and holds them there, so that none is erased under the writes. */
@ApplicationScoped
class KnownStores {

    private static final String LOCK = """
            SELECT id, shop_domain, status = 'active' AS active
            FROM store WHERE shop_domain = ANY ($1::text[]) ORDER BY id FOR KEY SHARE""";

    /** The known ones of the shops. Unknown is never remembered: the store may be there a moment later. */
    Uni<Map<String, KnownStore>> lock(SqlConnection connection, List<Delivery> deliveries) {
        String[] shops = deliveries.stream()
                .map(delivery -> delivery.event().shopDomain())
                .distinct()
                .toArray(String[]::new);
        return connection.preparedQuery(LOCK).execute(Tuple.of(shops)).map(KnownStores::byShopDomain);
    }

    private static Map<String, KnownStore> byShopDomain(RowSet<Row> rows) {
        Map<String, KnownStore> stores = new HashMap<>();
        for (Row row : rows) {
            KnownStore store =
                    new KnownStore(row.getUUID("id"), row.getString("shop_domain"), row.getBoolean("active"));
            stores.put(store.shopDomain(), store);
        }
        return stores;
    }
}
