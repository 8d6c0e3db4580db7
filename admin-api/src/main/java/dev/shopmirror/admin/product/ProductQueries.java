package dev.shopmirror.admin.product;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import dev.shopmirror.admin.paging.Conditions;

/** The texts of the product queries. */
final class ProductQueries {

    static final String PRODUCT = "SELECT " + ProductSummary.COLUMNS + ", p.body_html, p.options"
            + " FROM shopify_product p WHERE p.store_id = $1 AND p.id = $2";

    static final String VARIANTS = """
            SELECT v.id, v.title, v.sku, v.barcode, v.position, v.price::text, v.compare_at_price::text, v.option1,
                v.option2, v.option3, v.taxable, v.inventory_policy, v.inventory_item_id, v.inventory_quantity,
                v.created_at, v.updated_at, sum(l.available) AS available, count(l.location_id) AS locations
            FROM shopify_product_variant v
            LEFT JOIN shopify_inventory_level l
                ON l.store_id = v.store_id AND l.inventory_item_id = v.inventory_item_id
            WHERE v.store_id = $1 AND v.product_id = $2
            GROUP BY v.store_id, v.id
            ORDER BY v.position, v.id""";

    private static final String ORDER = " ORDER BY p.synced_at DESC, p.id, p.store_id LIMIT ";

    private ProductQueries() {}

    /**
     * Each store has an index in the wanted order, and so have all stores together and the incomplete products. Of
     * several stores the newest of each are merged.
     */
    static String list(Conditions conditions, boolean merged, int limit) {
        String products =
                "SELECT " + ProductSummary.COLUMNS + " FROM shopify_product p " + conditions.where() + ORDER + limit;
        return merged ? "SELECT p.* FROM store s CROSS JOIN LATERAL (" + products + ") p" + ORDER + limit : products;
    }

    /** @param stores empty for all of them */
    static Conditions inStores(Optional<Set<UUID>> stores, boolean merged) {
        Conditions conditions = new Conditions();
        if (merged) {
            conditions.and("p.store_id = s.id");
        }
        stores.ifPresent(ids -> only(conditions, merged ? "s.id" : "p.store_id", ids));
        return conditions;
    }

    /** Of one store alone its index has the wanted order. */
    private static void only(Conditions conditions, String column, Set<UUID> ids) {
        if (ids.size() == 1) {
            conditions.and(column + " = ?", ids.iterator().next());
        } else {
            conditions.and(column + " = ANY(?)", (Object) ids.toArray(UUID[]::new));
        }
    }

    static Conditions position(Conditions products, ProductPosition after) {
        OffsetDateTime syncedAt = after.syncedAt().atOffset(ZoneOffset.UTC);
        return products.and(
                "p.synced_at <= ? AND (p.synced_at < ? OR (p.id, p.store_id) > (?, ?))",
                syncedAt,
                syncedAt,
                after.id(),
                after.storeId());
    }
}
