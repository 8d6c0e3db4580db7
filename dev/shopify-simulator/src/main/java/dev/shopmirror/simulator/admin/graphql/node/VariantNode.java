package dev.shopmirror.simulator.admin.graphql.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import dev.shopmirror.simulator.resource.Gid;

/** {@code ProductVariant}. */
public final class VariantNode {

    private VariantNode() {}

    /** All variants of a product, by position. */
    public static List<Placed> allOf(JsonNode product) {
        List<Placed> variants = new ArrayList<>();
        for (JsonNode variant : product.path("variants")) {
            variants.add(new Placed(variant.path("position").longValue(), of(variant, product)));
        }
        return variants;
    }

    private static Map<String, @Nullable Object> of(JsonNode variant, JsonNode product) {
        return Node.of(variant)
                .ids("ProductVariant")
                .text("title", "title")
                .text("sku", "sku")
                .text("barcode", "barcode")
                .text("price", "price")
                .text("compareAtPrice", "compare_at_price")
                .number("position", "position")
                .choice("inventoryPolicy", "inventory_policy")
                .number("inventoryQuantity", "inventory_quantity")
                .truth("taxable", "taxable")
                .time("createdAt", "created_at")
                .time("updatedAt", "updated_at")
                .put("selectedOptions", selectedOptions(variant, product.path("options")))
                .put("inventoryItem", inventoryItem(variant))
                .put("image", MediaNode.image(variant.path("image_id"), product.path("images")))
                .put(ProductNode.SOURCE, product)
                .fields();
    }

    private static List<Object> selectedOptions(JsonNode variant, JsonNode options) {
        List<Object> selected = new ArrayList<>();
        for (JsonNode option : options) {
            JsonNode value = variant.path("option" + option.path("position").asText());
            if (value.isTextual()) {
                selected.add(Map.of("name", option.path("name").asText(), "value", value.textValue()));
            }
        }
        return selected;
    }

    private static Map<String, @Nullable Object> inventoryItem(JsonNode variant) {
        long id = variant.path("inventory_item_id").longValue();
        return Node.of(variant)
                .put("id", Gid.of("InventoryItem", id))
                .put("legacyResourceId", Long.toString(id))
                .text("sku", "sku")
                .fields();
    }
}
