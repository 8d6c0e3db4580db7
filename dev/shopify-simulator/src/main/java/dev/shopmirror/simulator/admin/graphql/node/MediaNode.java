package dev.shopmirror.simulator.admin.graphql.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import dev.shopmirror.simulator.resource.Gid;

/** {@code Media} and {@code Image}. */
public final class MediaNode {

    private MediaNode() {}

    /** All media of a product, by position. */
    public static List<Placed> allOf(JsonNode product) {
        List<Placed> media = new ArrayList<>();
        for (JsonNode medium : product.path("media")) {
            media.add(new Placed(medium.path("position").longValue(), of(medium)));
        }
        return media;
    }

    /** The media of a product that show one variant. */
    public static List<Placed> allOf(JsonNode product, String variantId) {
        List<Placed> media = new ArrayList<>();
        for (JsonNode medium : product.path("media")) {
            for (JsonNode shown : medium.path("variant_ids")) {
                if (shown.asText().equals(variantId)) {
                    media.add(new Placed(medium.path("position").longValue(), of(medium)));
                }
            }
        }
        return media;
    }

    static @Nullable Object image(JsonNode id, JsonNode images) {
        for (JsonNode image : images) {
            if (id.isIntegralNumber() && image.path("id").longValue() == id.longValue()) {
                return image(image)
                        .put("id", Gid.of("ProductImage", id.longValue()))
                        .fields();
            }
        }
        return null;
    }

    private static Map<String, @Nullable Object> of(JsonNode medium) {
        return Node.of(medium)
                .text("id", "admin_graphql_api_id")
                .text("alt", "alt")
                .text("mediaContentType", "media_content_type")
                .text("status", "status")
                .time("createdAt", "created_at")
                .time("updatedAt", "updated_at")
                .put("preview", preview(medium.path("preview_image")))
                .fields();
    }

    private static @Nullable Object preview(JsonNode preview) {
        if (!preview.isObject()) {
            return null;
        }
        return Node.of(preview)
                .put("image", image(preview).fields())
                .text("status", "status")
                .fields();
    }

    private static Node image(JsonNode image) {
        return Node.of(image)
                .text("url", "src")
                .number("width", "width")
                .number("height", "height")
                .text("altText", "alt");
    }
}
