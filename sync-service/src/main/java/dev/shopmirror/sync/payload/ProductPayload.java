package dev.shopmirror.sync.payload;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import dev.shopmirror.sync.change.Variants;
import dev.shopmirror.sync.table.MirrorTable;
import dev.shopmirror.sync.table.PoisonException;
import dev.shopmirror.sync.table.PoisonReason;
import dev.shopmirror.sync.table.Row;

/**
 * A product in a webhook's body.
 *
 * @see <a href="https://shopify.dev/docs/api/webhooks">Shopify: products/update</a>
 */
record ProductPayload(long id, Row row, Variants variants) {

    /** Shopify sends this many variants in full; a list this long may have been cut. */
    private static final int MAX_FULL_VARIANTS = 100;

    static ProductPayload read(JsonNode body) {
        long id = JsonBody.id(body, "id");
        Map<Long, Row> rows = variantRows(id, list(body, "variants"));
        Set<Long> live = liveVariants(body, rows);
        Row row = Row.read(body, MirrorTable.PRODUCT);
        return new ProductPayload(
                id,
                rows == null ? row : row.with(MirrorTable.INCOMPLETE, isIncomplete(rows, live)),
                variants(rows, live));
    }

    private static Variants variants(@Nullable Map<Long, Row> rows, @Nullable Set<Long> live) {
        return new Variants(rows == null ? Map.of() : rows, live);
    }

    private static boolean isIncomplete(Map<Long, Row> rows, @Nullable Set<Long> live) {
        return live == null || !rows.keySet().containsAll(live);
    }

    private static @Nullable Map<Long, Row> variantRows(long productId, @Nullable JsonNode variants) {
        if (variants == null) {
            return null;
        }
        Map<Long, Row> rows = new LinkedHashMap<>();
        for (JsonNode variant : variants) {
            rows.put(
                    JsonBody.id(variant, "id"),
                    Row.read(variant, MirrorTable.VARIANT).with(MirrorTable.PRODUCT_ID, productId));
        }
        return rows;
    }

    /** Which variants the product has, by the best list the body offers; null when it offers none that is complete. */
    private static @Nullable Set<Long> liveVariants(JsonNode body, @Nullable Map<Long, Row> rows) {
        JsonNode gids = list(body, "variant_gids");
        if (gids != null) {
            return idsOfGids(gids);
        }
        JsonNode ids = list(body, "variant_ids");
        if (ids != null) {
            return idsOf(ids);
        }
        return rows != null && rows.size() < MAX_FULL_VARIANTS ? rows.keySet() : null;
    }

    private static Set<Long> idsOfGids(JsonNode gids) {
        Set<Long> ids = new LinkedHashSet<>();
        for (JsonNode gid : gids) {
            ids.add(Gid.id(gid.path("admin_graphql_api_id").asText(), "variant_gids"));
        }
        return ids;
    }

    private static Set<Long> idsOf(JsonNode list) {
        Set<Long> ids = new LinkedHashSet<>();
        for (JsonNode element : list) {
            ids.add(JsonBody.id(element, "id"));
        }
        return ids;
    }

    private static @Nullable JsonNode list(JsonNode body, String field) {
        JsonNode list = body.get(field);
        if (list == null || list.isNull()) {
            return null;
        }
        if (!list.isArray()) {
            throw new PoisonException(PoisonReason.WRONG_TYPE, field + " is no list");
        }
        return list;
    }
}
