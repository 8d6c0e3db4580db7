package dev.shopmirror.system.history;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.shopmirror.simulator.shop.Shop;

/** Acts in one simulated shop. All shops number their resources alike: ids are unique within a store only. */
public record Merchant(Shop shop) {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    // beyond 2^53, so that a reader that goes through doubles is found out
    private static final long FIRST_PRODUCT = 788_032_119_674_292_922L;
    private static final long FIRST_VARIANT = 642_667_041_472_713_923L;
    private static final long FIRST_ITEM = 271_878_346_596_884_015L;
    private static final long VARIANTS_OF_A_PRODUCT = 10_000;

    static long productId(int product) {
        return FIRST_PRODUCT + product;
    }

    static long itemId(int product, int variant) {
        return FIRST_ITEM + product * VARIANTS_OF_A_PRODUCT + variant;
    }

    void save(int product, ObjectNode fields) {
        ObjectNode given = fields.deepCopy();
        if (!shop.hasProduct(productId(product))) {
            given.set("variants", list(variants(product)));
        }
        shop.putProduct(productId(product), given);
    }

    void editVariants(int product, List<VariantEdit> edits) {
        NavigableMap<Integer, ObjectNode> variants = variants(product);
        for (VariantEdit edit : edits) {
            if (edit instanceof VariantEdit.Save save) {
                variants.merge(
                        save.variant(),
                        variant(product, save.variant()).setAll(save.fields().deepCopy()),
                        ObjectNode::setAll);
            } else if (variants.size() > 1) {
                variants.remove(edit.variant());
            }
        }
        putVariants(product, variants);
    }

    void setVariantCount(int product, int count) {
        NavigableMap<Integer, ObjectNode> variants = variants(product);
        while (variants.size() > count) {
            variants.pollLastEntry();
        }
        for (int variant = 0; variants.size() < count; variant++) {
            variants.putIfAbsent(variant, variant(product, variant));
        }
        putVariants(product, variants);
    }

    private void putVariants(int product, Map<Integer, ObjectNode> variants) {
        shop.putProduct(productId(product), NODES.objectNode().set("variants", list(variants)));
    }

    /** The product's variants by number, as a save leaves them unchanged; the first one for a product to be made. */
    private NavigableMap<Integer, ObjectNode> variants(int product) {
        NavigableMap<Integer, ObjectNode> variants = new TreeMap<>();
        shop.product(productId(product))
                .ifPresentOrElse(
                        present -> present.path("variants").forEach(variant -> {
                            int number = number(product, variant);
                            variants.put(number, NODES.objectNode().set("id", variant.get("id")));
                        }),
                        () -> variants.put(0, variant(product, 0)));
        return variants;
    }

    private static ObjectNode variant(int product, int variant) {
        return NODES.objectNode()
                .put("id", FIRST_VARIANT + product * VARIANTS_OF_A_PRODUCT + variant)
                .put("inventory_item_id", itemId(product, variant));
    }

    private static int number(int product, JsonNode variant) {
        return (int) (variant.get("id").longValue() - FIRST_VARIANT - product * VARIANTS_OF_A_PRODUCT);
    }

    private static ArrayNode list(Map<Integer, ObjectNode> variants) {
        return NODES.arrayNode().addAll(variants.values());
    }
}
