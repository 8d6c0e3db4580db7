package dev.shopmirror.simulator.resource;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/** GraphQL ids: {@code gid://shopify/Product/788032119674292922}. */
public final class Gid {

    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "IMAGE", "MediaImage",
            "VIDEO", "Video",
            "EXTERNAL_VIDEO", "ExternalVideo",
            "MODEL_3D", "Model3d");

    private Gid() {}

    /** {@code gid://shopify/{type}/{id}}. */
    public static String of(String type, long id) {
        return "gid://shopify/" + type + '/' + id;
    }

    /** The number at the end of a gid without parameters. */
    public static long idOf(JsonNode gid) {
        String text = gid.textValue();
        return Long.parseLong(text.substring(text.lastIndexOf('/') + 1));
    }

    /** A media object's, which names its content type: {@code MediaImage} for {@code IMAGE}. */
    public static String ofMedia(JsonNode contentType, long id) {
        return of(MEDIA_TYPES.getOrDefault(contentType.textValue(), "MediaImage"), id);
    }

    /** A level has no id of its own: its gid names the location and asks for the item. */
    public static String ofLevel(long inventoryItemId, long locationId) {
        return of("InventoryLevel", locationId) + "?inventory_item_id=" + inventoryItemId;
    }
}
