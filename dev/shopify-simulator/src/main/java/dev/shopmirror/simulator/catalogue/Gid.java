package dev.shopmirror.simulator.catalogue;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/** GraphQL ids: {@code gid://shopify/Product/788032119674292922}. */
final class Gid {

    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "IMAGE", "MediaImage",
            "VIDEO", "Video",
            "EXTERNAL_VIDEO", "ExternalVideo",
            "MODEL_3D", "Model3d");

    private Gid() {}

    static String of(String type, long id) {
        return "gid://shopify/" + type + '/' + id;
    }

    static String ofMedia(JsonNode contentType, long id) {
        return of(MEDIA_TYPES.getOrDefault(contentType.textValue(), "MediaImage"), id);
    }

    /** A level has no id of its own: its gid names the location and asks for the item. */
    static String ofLevel(long inventoryItemId, long locationId) {
        return of("InventoryLevel", locationId) + "?inventory_item_id=" + inventoryItemId;
    }
}
