package dev.shopmirror.simulator.catalogue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.shopmirror.simulator.json.Json;
import dev.shopmirror.simulator.resource.Moment;

/**
 * What a webhook tells of a product: the 100 variants updated last in full, all of them by gid, newest first. See
 * Shopify's release notes of API version 2024-04.
 */
final class ProductBody {

    private static final int FULL_VARIANTS = 100;

    private ProductBody() {}

    /** @param apiVersion the body is written in */
    static ObjectNode of(ObjectNode product, String apiVersion) {
        ObjectNode body = product.deepCopy();
        ArrayNode full = Json.NODES.arrayNode();
        newestFirst(body.path("variants")).stream().limit(FULL_VARIANTS).forEach(full::add);
        body.set("variants", full);
        return OldProductShape.of(body, apiVersion);
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
        List<Dated> sorted = new ArrayList<>(variants.size());
        variants.forEach(variant -> sorted.add(new Dated(variant, Moment.parse(variant.get("updated_at")))));
        sorted.sort(Comparator.comparing(Dated::updatedAt).reversed());
        return sorted.stream().map(Dated::variant).toList();
    }

    /** Each timestamp is parsed once: a product may have 2,048. */
    private record Dated(JsonNode variant, Instant updatedAt) {}
}
