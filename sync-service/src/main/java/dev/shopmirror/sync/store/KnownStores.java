package dev.shopmirror.sync.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Looks stores up inside the batch's transaction and holds them there, so that none is erased under the writes. */
@ApplicationScoped
public class KnownStores {

    private static final String SELECT = """
            SELECT id, shop_domain, status, shopify_shop_id
            FROM store WHERE shop_domain = ANY ($1::text[]) ORDER BY id""";

    /** Shares the rows with every other batch. */
    private static final String HOLD = SELECT + " FOR KEY SHARE";

    /** Waits until no other batch writes to these stores, and keeps the others out. */
    private static final String HOLD_ALONE = SELECT + " FOR UPDATE";

    /**
     * The known ones of the shops, by domain. Unknown is never remembered: the store may be there a moment later.
     *
     * @param alone whether stores themselves will be changed
     */
    public Uni<Map<String, KnownStore>> hold(SqlConnection connection, Collection<String> shopDomains, boolean alone) {
        return connection
                .preparedQuery(alone ? HOLD_ALONE : HOLD)
                .execute(Tuple.of(shopDomains.toArray(String[]::new)))
                .map(KnownStores::byShopDomain);
    }

    private static Map<String, KnownStore> byShopDomain(RowSet<Row> rows) {
        Map<String, KnownStore> stores = new HashMap<>();
        for (Row row : rows) {
            KnownStore store = new KnownStore(
                    row.getUUID("id"),
                    row.getString("shop_domain"),
                    row.getString("status"),
                    row.getLong("shopify_shop_id"));
            stores.put(store.shopDomain(), store);
        }
        return stores;
    }
}
