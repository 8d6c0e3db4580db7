package dev.shopmirror.simulator.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.shopmirror.simulator.json.InvalidBody;
import dev.shopmirror.simulator.json.Json;
import dev.shopmirror.simulator.resource.IdSequence;
import dev.shopmirror.simulator.resource.Layers;

/** Completes a product's options; their values are what the variants use, unless given. */
final class OptionFiller {

    private static final int MOST_OPTIONS = 3;

    private final IdSequence ids;

    OptionFiller(IdSequence ids) {
        this.ids = ids;
    }

    ArrayNode fill(long productId, Layers product, ArrayNode variants) {
        JsonNode given = product.given().path("options");
        int count = given.isArray() ? given.size() : used(variants);
        if (count > MOST_OPTIONS) {
            throw new InvalidBody("options must be at most " + MOST_OPTIONS);
        }
        ArrayNode options = Json.NODES.arrayNode();
        for (int index = 0; index < count; index++) {
            options.add(fillOne(productId, layers(product, index), index, VariantFiller.valuesOf(index, variants)));
        }
        return options;
    }

    private ObjectNode fillOne(long productId, Layers layers, int index, ArrayNode values) {
        ObjectNode option = Json.NODES.objectNode();
        option.set("name", layers.text("name", index == 0 ? "Title" : "Option " + (index + 1)));
        option.put("id", layers.id(ids));
        option.put("product_id", productId);
        option.put("position", index + 1);
        option.set("values", layers.renew("values", () -> values));
        return layers.withUnknownFields(option);
    }

    private static Layers layers(Layers product, int index) {
        JsonNode given = product.given().path("options").path(index);
        JsonNode earlier = product.before() == null
                ? given
                : product.before().path("options").path(index);
        return new Layers(
                given instanceof ObjectNode object ? object : Json.NODES.objectNode(),
                earlier instanceof ObjectNode object ? object : null);
    }

    private static int used(ArrayNode variants) {
        int count = MOST_OPTIONS;
        while (count > 1 && VariantFiller.valuesOf(count - 1, variants).isEmpty()) {
            count--;
        }
        return count;
    }
}
