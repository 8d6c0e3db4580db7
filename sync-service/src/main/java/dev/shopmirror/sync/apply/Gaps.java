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

    private record Listed(UUID storeId, long productId, long variantId) {}

    private static final ArrayParameters<Listed> LISTED = new ArrayParameters<Listed>()
            .uuid("store_id", Listed::storeId)
            .bigint("product_id", Listed::productId)
            .bigint("variant_id", Listed::variantId);

    static final String SQL = """
            UPDATE shopify_product p SET incomplete = true FROM %s
            WHERE p.store_id = u.store_id AND p.id = u.product_id AND NOT EXISTS (
                SELECT FROM shopify_product_variant v
                WHERE v.store_id = u.store_id AND v.id = u.variant_id)""".formatted(LISTED.unnest());

    private final List<Listed> listed = new ArrayList<>();

    Gaps(Map<String, UUID> storeIds, List<Change> changes) {
        for (Change change : changes) {
            Set<Long> live = change.variants().live();
            // a body with variants tells by itself whether it is complete
            if (live != null && !change.row().columns().contains(MirrorTable.INCOMPLETE)) {
                UUID storeId = storeIds.get(change.key().shopDomain());
                live.forEach(
                        variant -> listed.add(new Listed(storeId, change.key().id(), variant)));
            }
        }
    }

    boolean isEmpty() {
        return listed.isEmpty();
    }

    Tuple parameters() {
        return LISTED.of(listed);
    }
}
