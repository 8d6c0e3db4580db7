package dev.shopmirror.sync.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.vertx.mutiny.sqlclient.Tuple;

import dev.shopmirror.sync.change.Change;

/** Removes variants that are missing from a complete list of their product's variants. */
final class VariantRemoval {

    /** NOT IN is hashed; NOT EXISTS would be joined, in a loop, since PostgreSQL takes all arrays for short ones. */
    static final String SQL = """
            DELETE FROM shopify_product_variant v
            USING unnest($1::uuid[], $2::bigint[]) AS p (store_id, product_id)
            WHERE v.store_id = p.store_id AND v.product_id = p.product_id
                AND (v.store_id, v.id) NOT IN (SELECT * FROM unnest($3::uuid[], $4::bigint[]))""";

    private final List<UUID> productStores = new ArrayList<>();
    private final List<Long> products = new ArrayList<>();
    private final List<UUID> liveStores = new ArrayList<>();
    private final List<Long> live = new ArrayList<>();

    VariantRemoval(Map<String, UUID> storeIds, List<Change> changes) {
        for (Change change : changes) {
            Set<Long> complete = change.variants().live();
            if (complete != null) {
                add(storeIds.get(change.key().shopDomain()), change.key().id(), complete);
            }
        }
    }

    boolean isEmpty() {
        return products.isEmpty();
    }

    Tuple parameters() {
        return Tuple.tuple()
                .addValue(productStores.toArray(UUID[]::new))
                .addValue(products.toArray(Long[]::new))
                .addValue(liveStores.toArray(UUID[]::new))
                .addValue(live.toArray(Long[]::new));
    }

    private void add(UUID storeId, long productId, Set<Long> complete) {
        productStores.add(storeId);
        products.add(productId);
        for (Long variantId : complete) {
            liveStores.add(storeId);
            live.add(variantId);
        }
    }
}
