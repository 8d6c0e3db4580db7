package dev.shopmirror.simulator.catalogue;

import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import dev.shopmirror.simulator.json.Json;
import dev.shopmirror.simulator.resource.Gid;
import dev.shopmirror.simulator.resource.IdSequence;
import dev.shopmirror.simulator.resource.Layers;
import dev.shopmirror.simulator.resource.Moment;

/** Completes a product's images, and its media: those given, else one for each image. */
final class ImageFiller {

    private final IdSequence ids;

    ImageFiller(IdSequence ids) {
        this.ids = ids;
    }

    ArrayNode images(long productId, Layers product, Moment moment) {
        Map<String, ObjectNode> earlier = by("/id", "images", product.before());
        ArrayNode images = Json.NODES.arrayNode();
        for (JsonNode given : product.pick("images", Json.NODES::arrayNode)) {
            Layers layers =
                    new Layers((ObjectNode) given, earlier.get(given.path("id").asText()));
            images.add(image(productId, layers, images.size() + 1, moment));
        }
        return images;
    }

    ArrayNode media(long productId, Layers product, ArrayNode images, Moment moment) {
        boolean imagesAlone = product.given().has("images") && !product.given().has("media");
        JsonNode wanted =
                imagesAlone ? ofImages(images, product) : product.pick("media", () -> ofImages(images, product));
        Map<String, ObjectNode> earlier = by("/id", "media", product.before());
        ArrayNode media = Json.NODES.arrayNode();
        for (JsonNode given : wanted) {
            Layers layers =
                    new Layers((ObjectNode) given, earlier.get(given.path("id").asText()));
            media.add(medium(productId, layers, media.size() + 1, moment));
        }
        return media;
    }

    private ObjectNode image(long productId, Layers layers, int position, Moment moment) {
        long id = layers.id(ids);
        ObjectNode image = Json.NODES.objectNode();
        image.put("id", id);
        image.put("product_id", productId);
        image.put("position", position);
        image.set("created_at", layers.pick("created_at", moment::node));
        image.set("updated_at", layers.pick("updated_at", moment::node));
        image.set("alt", layers.text("alt", null));
        image.set("width", layers.pick("width", () -> Json.NODES.numberNode(1000)));
        image.set("height", layers.pick("height", () -> Json.NODES.numberNode(1000)));
        image.set("src", layers.text("src", "https://cdn.shopify.com/s/files/1/0000/files/" + id + ".jpg?v=1"));
        image.set("variant_ids", layers.pick("variant_ids", Json.NODES::arrayNode));
        image.put("admin_graphql_api_id", Gid.of("ProductImage", id));
        return layers.withUnknownFields(image);
    }

    private ObjectNode medium(long productId, Layers layers, int position, Moment moment) {
        long id = layers.id(ids);
        JsonNode contentType = layers.text("media_content_type", "IMAGE");
        ObjectNode medium = Json.NODES.objectNode();
        medium.put("id", id);
        medium.put("product_id", productId);
        medium.put("position", position);
        medium.set("created_at", layers.pick("created_at", moment::node));
        medium.set("updated_at", layers.pick("updated_at", moment::node));
        medium.set("alt", layers.text("alt", null));
        medium.set("status", layers.text("status", "READY"));
        medium.set("media_content_type", contentType);
        medium.set("preview_image", layers.text("preview_image", null));
        medium.set("variant_ids", layers.pick("variant_ids", Json.NODES::arrayNode));
        medium.put("admin_graphql_api_id", Gid.ofMedia(contentType, id));
        return layers.withUnknownFields(medium);
    }

    /** An image seen before keeps its medium, recognised by where it lies. */
    private static ArrayNode ofImages(ArrayNode images, Layers product) {
        Map<String, ObjectNode> earlier = by("/preview_image/src", "media", product.before());
        ArrayNode media = Json.NODES.arrayNode();
        for (JsonNode image : images) {
            ObjectNode medium = media.addObject();
            ObjectNode before = earlier.get(image.path("src").asText());
            if (before != null) {
                medium.set("id", before.get("id"));
            }
            medium.set("alt", image.get("alt"));
            medium.set("preview_image", preview(image));
        }
        return media;
    }

    private static ObjectNode preview(JsonNode image) {
        ObjectNode preview = Json.NODES.objectNode();
        preview.set("width", image.get("width"));
        preview.set("height", image.get("height"));
        preview.set("src", image.get("src"));
        return preview.put("status", "READY");
    }

    private static Map<String, ObjectNode> by(String pointer, String list, @Nullable ObjectNode product) {
        Map<String, ObjectNode> elements = new HashMap<>();
        if (product != null) {
            product.path(list)
                    .forEach(element -> elements.put(element.at(pointer).asText(), (ObjectNode) element));
        }
        return elements;
    }
}
