package dev.shopmirror.sync.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.vertx.mutiny.sqlclient.Tuple;

import dev.shopmirror.sync.change.Change;
import dev.shopmirror.sync.table.MirrorTable;

/** Marks products whose body lists variants without telling what they are, where one of them is not known. */
final class Gaps {

    static final String SQL = """
            UPDATE shopify_product p SET incomplete = true
            FROM unnest($1::uuid[], $2::bigint[], $3::bigint[]) AS listed (store_id, product_id, variant_id)
            WHERE p.store_id = listed.store_id AND p.id = listed.product_id AND NOT EXISTS (
                SELECT FROM shopify_product_variant v
                WHERE v.store_id = listed.store_id AND v.id = listed.variant_id)""";

    private final List<UUID> stores = new ArrayList<>();
    private final List<Long> products = new ArrayList<>();
    private final List<Long> variants = new ArrayList<>();

    Gaps(Map<String, UUID> storeIds, List<Change> changes) {
        for (Change change : changes) {
            Set<Long> listed = change.variants().live();
            // a body with variants tells by itself whether it is complete
            if (listed != null && !change.row().columns().contains(MirrorTable.INCOMPLETE)) {
                listed.forEach(variant -> add(
                        storeIds.get(change.key().shopDomain()), change.key().id(), variant));
            }
        }
    }

    boolean isEmpty() {
        return variants.isEmpty();
    }

    Tuple parameters() {
        return Tuple.tuple()
                .addValue(stores.toArray(UUID[]::new))
                .addValue(products.toArray(Long[]::new))
                .addValue(variants.toArray(Long[]::new));
    }

    private void add(UUID store, long product, long variant) {
        stores.add(store);
        products.add(product);
        variants.add(variant);
    }
}
