package dev.shopmirror.simulator.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.shopmirror.simulator.json.Json;

/**
 * What a webhook tells of a product: the 100 variants updated last in full, all of them by gid, newest first. See
 * Shopify's release notes of API version 2024-04.
 */
final class ProductBody {

    private static final int FULL_VARIANTS = 100;

    private ProductBody() {}

    static ObjectNode of(ObjectNode product) {
        ObjectNode body = product.deepCopy();
        ArrayNode full = Json.NODES.arrayNode();
        newestFirst(product.path("variants")).stream().limit(FULL_VARIANTS).forEach(full::add);
        body.set("variants", full);
        return body;
    }

    static ArrayNode variantGids(JsonNode variants) {
        ArrayNode gids = Json.NODES.arrayNode();
        for (JsonNode variant : newestFirst(variants)) {
            ObjectNode gid = gids.addObject();
            gid.set("admin_graphql_api_id", variant.get("admin_graphql_api_id"));
            gid.put("updated_at", Moment.inGids(variant.get("updated_at")));
        }
        return gids;
    }

    private static List<JsonNode> newestFirst(JsonNode variants) {
        List<JsonNode> sorted = new ArrayList<>(variants.size());
        variants.forEach(sorted::add);
        sorted.sort(Comparator.comparing((JsonNode variant) -> Moment.parse(variant.get("updated_at")))
                .reversed());
        return sorted;
    }
}
