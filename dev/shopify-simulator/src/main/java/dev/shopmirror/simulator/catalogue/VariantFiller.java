package dev.shopmirror.simulator.catalogue;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import dev.shopmirror.simulator.json.InvalidBody;
import dev.shopmirror.simulator.json.Json;
import dev.shopmirror.simulator.resource.Gid;
import dev.shopmirror.simulator.resource.IdSequence;
import dev.shopmirror.simulator.resource.Layers;
import dev.shopmirror.simulator.resource.Moment;

/** Completes a product's variants. Given ones meet the earlier ones by their id; earlier ones not given are gone. */
final class VariantFiller {

    private static final int MOST_VARIANTS = 2048;
    private static final List<String> OPTIONS = List.of("option1", "option2", "option3");

    private final IdSequence ids;

    VariantFiller(IdSequence ids) {
        this.ids = ids;
    }

    ArrayNode fill(long productId, Layers product, Moment moment) {
        JsonNode given = product.pick("variants", () -> Json.NODES.arrayNode().add(Json.NODES.objectNode()));
        if (given.isEmpty() || given.size() > MOST_VARIANTS) {
            throw new InvalidBody("variants must be 1 to " + MOST_VARIANTS);
        }
        Map<Long, ObjectNode> earlier = byId(product.before());
        Map<Long, ObjectNode> filled = new LinkedHashMap<>();
        for (JsonNode variant : given) {
            Layers layers = new Layers(
                    (ObjectNode) variant, earlier.get(variant.path("id").longValue()));
            long id = layers.id(ids);
            int position = filled.size() + 1;
            if (filled.put(id, fillOne(id, productId, layers, position, given.size(), moment)) != null) {
                throw new InvalidBody("variants: id " + id + " stands twice");
            }
        }
        return Json.NODES.arrayNode().addAll(filled.values());
    }

    private ObjectNode fillOne(long id, long productId, Layers layers, int position, int siblings, Moment moment) {
        JsonNode option1 = layers.text("option1", siblings == 1 ? "Default Title" : "Variant " + position);
        JsonNode option2 = layers.text("option2", null);
        JsonNode option3 = layers.text("option3", null);
        ObjectNode variant = Json.NODES.objectNode();
        variant.put("admin_graphql_api_id", Gid.of("ProductVariant", id));
        variant.set("barcode", layers.text("barcode", null));
        variant.set("compare_at_price", layers.text("compare_at_price", null));
        variant.set("created_at", layers.pick("created_at", moment::node));
        variant.put("id", id);
        variant.set("inventory_policy", layers.text("inventory_policy", "deny"));
        variant.set("position", layers.renew("position", () -> Json.NODES.numberNode(position)));
        variant.set("price", layers.text("price", "0.00"));
        variant.put("product_id", productId);
        variant.set("sku", layers.text("sku", null));
        variant.set("taxable", layers.pick("taxable", () -> Json.NODES.booleanNode(true)));
        variant.set("title", layers.renew("title", () -> title(option1, option2, option3)));
        variant.putNull("updated_at");
        variant.set("option1", option1);
        variant.set("option2", option2);
        variant.set("option3", option3);
        variant.set("image_id", layers.text("image_id", null));
        variant.set("inventory_item_id", layers.pick("inventory_item_id", () -> Json.NODES.numberNode(ids.next())));
        JsonNode quantity = layers.pick("inventory_quantity", () -> Json.NODES.numberNode(0));
        variant.set("inventory_quantity", quantity);
        variant.set("old_inventory_quantity", layers.renew("old_inventory_quantity", () -> quantity));
        layers.withUnknownFields(variant);
        variant.set("updated_at", layers.renew("updated_at", () -> updatedAt(variant, layers.before(), moment)));
        return variant;
    }

    /** A variant that nothing happened to keeps its time, although its product was saved. */
    private static JsonNode updatedAt(ObjectNode variant, @Nullable ObjectNode before, Moment moment) {
        if (before == null) {
            return moment.node();
        }
        ObjectNode unchanged = before.deepCopy().putNull("updated_at");
        return variant.equals(unchanged) ? before.get("updated_at") : moment.node();
    }

    private static JsonNode title(JsonNode... options) {
        return Json.NODES.textNode(Stream.of(options)
                .map(JsonNode::textValue)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" / ")));
    }

    private static Map<Long, ObjectNode> byId(@Nullable ObjectNode product) {
        Map<Long, ObjectNode> variants = new LinkedHashMap<>();
        if (product != null) {
            product.path("variants")
                    .forEach(variant -> variants.put(variant.path("id").longValue(), (ObjectNode) variant));
        }
        return variants;
    }

    /** The distinct values that the variants give an option, in their order. */
    static ArrayNode valuesOf(int option, ArrayNode variants) {
        Set<String> values = new LinkedHashSet<>();
        for (JsonNode variant : variants) {
            JsonNode value = variant.path(OPTIONS.get(option));
            if (value.isTextual()) {
                values.add(value.textValue());
            }
        }
        return Json.texts(values);
    }
}
