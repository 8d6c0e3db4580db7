package dev.shopmirror.simulator.catalogue;

import java.math.BigDecimal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.shopmirror.simulator.json.Json;
import dev.shopmirror.simulator.resource.Gid;

/** What product bodies looked like in API versions of 2024, before fields came, went or moved. */
final class OldProductShape {

    private static final String GIDS_CAME = "2024-04";
    private static final String WEIGHTS_WENT = "2024-07";
    private static final String CATEGORY_CAME = "2024-10";

    private OldProductShape() {}

    /** Changes a body of today into one of that version; newer ones stay as they are. */
    static ObjectNode of(ObjectNode body, String apiVersion) {
        if (apiVersion.compareTo(CATEGORY_CAME) < 0) {
            body.remove("category");
            body.remove("has_variants_that_requires_components");
        }
        if (apiVersion.compareTo(WEIGHTS_WENT) < 0) {
            body.path("variants").forEach(variant -> addWeight((ObjectNode) variant));
        }
        if (apiVersion.compareTo(GIDS_CAME) < 0) {
            body.set("variant_ids", ids(body.path("variant_gids")));
            body.remove("variant_gids");
        }
        return body;
    }

    private static void addWeight(ObjectNode variant) {
        variant.putIfAbsent("fulfillment_service", Json.NODES.textNode("manual"));
        variant.putIfAbsent("grams", Json.NODES.numberNode(0));
        variant.putIfAbsent("inventory_management", Json.NODES.textNode("shopify"));
        variant.putIfAbsent("requires_shipping", Json.NODES.booleanNode(true));
        variant.putIfAbsent("weight", Json.NODES.numberNode(new BigDecimal("0.0")));
        variant.putIfAbsent("weight_unit", Json.NODES.textNode("kg"));
    }

    private static ArrayNode ids(JsonNode gids) {
        ArrayNode ids = Json.NODES.arrayNode();
        gids.forEach(gid -> ids.addObject().put("id", Gid.idOf(gid.path("admin_graphql_api_id"))));
        return ids;
    }
}
