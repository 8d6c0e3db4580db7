package dev.shopmirror.simulator.catalogue;

import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import dev.shopmirror.simulator.json.Json;
import dev.shopmirror.simulator.resource.Gid;
import dev.shopmirror.simulator.resource.IdSequence;
import dev.shopmirror.simulator.resource.Layers;
import dev.shopmirror.simulator.resource.Moment;

/** Makes a whole product of what a caller gave, what was there before, and Shopify's defaults. */
final class ProductFiller {

    private final VariantFiller variantFiller;
    private final OptionFiller optionFiller;
    private final ImageFiller imageFiller;
    private final String vendor;

    ProductFiller(IdSequence ids, String vendor) {
        this.variantFiller = new VariantFiller(ids);
        this.optionFiller = new OptionFiller(ids);
        this.imageFiller = new ImageFiller(ids);
        this.vendor = vendor;
    }

    /** @param freeHandle the handle that a title gets in this shop */
    ObjectNode fill(long id, Layers layers, Moment moment, Function<String, String> freeHandle) {
        ArrayNode variants = variantFiller.fill(id, layers, moment);
        ArrayNode images = imageFiller.images(id, layers, moment);
        JsonNode title = layers.text("title", "Product " + id);
        JsonNode status = layers.text("status", "active");
        ObjectNode product = Json.NODES.objectNode();
        product.put("admin_graphql_api_id", Gid.of("Product", id));
        product.set("body_html", layers.text("body_html", null));
        product.set("created_at", layers.pick("created_at", moment::node));
        product.set("handle", layers.pick("handle", () -> handle(freeHandle, title)));
        product.put("id", id);
        product.set("product_type", layers.text("product_type", ""));
        product.set("published_at", layers.text("published_at", publishedAt(status, moment)));
        product.set("template_suffix", layers.text("template_suffix", null));
        product.set("title", title);
        product.set("updated_at", layers.renew("updated_at", moment::node));
        product.set("vendor", layers.text("vendor", vendor));
        product.set("status", status);
        product.set("published_scope", layers.text("published_scope", "global"));
        product.set("tags", layers.text("tags", ""));
        product.set("variants", variants);
        product.set("options", optionFiller.fill(id, layers, variants));
        product.set("images", images);
        product.set("image", images.isEmpty() ? Json.NODES.nullNode() : images.get(0));
        product.set("media", imageFiller.media(id, layers, images, moment));
        product.set("variant_gids", ProductBody.variantGids(variants));
        product.set(
                "has_variants_that_requires_components",
                layers.pick("has_variants_that_requires_components", () -> Json.NODES.booleanNode(false)));
        product.set("category", layers.text("category", null));
        return layers.withUnknownFields(product);
    }

    private static JsonNode handle(Function<String, String> freeHandle, JsonNode title) {
        return Json.NODES.textNode(freeHandle.apply(title.textValue()));
    }

    private static @Nullable String publishedAt(JsonNode status, Moment moment) {
        return "active".equals(status.textValue()) ? moment.text() : null;
    }
}
