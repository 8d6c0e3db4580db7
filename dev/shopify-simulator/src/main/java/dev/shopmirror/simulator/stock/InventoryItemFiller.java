package dev.shopmirror.simulator.stock;

import java.math.BigDecimal;
import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.shopmirror.simulator.json.Json;
import dev.shopmirror.simulator.resource.Gid;
import dev.shopmirror.simulator.resource.Layers;
import dev.shopmirror.simulator.resource.Moment;

/** An inventory item as {@code inventory_items/create} and {@code inventory_items/update} show it. */
final class InventoryItemFiller {

    /** No timestamp, but the customs fields. */
    static final List<String> SHOWN_WHEN_DELETED = List.of(
            "id",
            "country_code_of_origin",
            "province_code_of_origin",
            "harmonized_system_code",
            "country_harmonized_system_codes",
            "admin_graphql_api_id");

    private InventoryItemFiller() {}

    static ObjectNode fill(long id, Layers layers, Moment moment) {
        ObjectNode item = Json.NODES.objectNode();
        item.put("id", id);
        item.set("sku", layers.text("sku", ""));
        item.set("created_at", layers.pick("created_at", moment::node));
        item.set("updated_at", layers.renew("updated_at", moment::node));
        item.set("requires_shipping", layers.pick("requires_shipping", () -> Json.NODES.booleanNode(true)));
        item.set("cost", layers.text("cost", null));
        item.set("country_code_of_origin", layers.text("country_code_of_origin", null));
        item.set("province_code_of_origin", layers.text("province_code_of_origin", null));
        item.set("harmonized_system_code", layers.text("harmonized_system_code", null));
        item.set("tracked", layers.pick("tracked", () -> Json.NODES.booleanNode(true)));
        item.set(
                "country_harmonized_system_codes",
                layers.pick("country_harmonized_system_codes", Json.NODES::arrayNode));
        item.set("weight_value", layers.pick("weight_value", () -> Json.NODES.numberNode(new BigDecimal("0.0"))));
        item.set("weight_unit", layers.text("weight_unit", "kg"));
        item.put("admin_graphql_api_id", Gid.of("InventoryItem", id));
        return item;
    }
}
