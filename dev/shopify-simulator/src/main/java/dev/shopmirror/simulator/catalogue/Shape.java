package dev.shopmirror.simulator.catalogue;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.shopmirror.simulator.json.InvalidBody;

/** Which known field may hold what. Unknown fields pass: Shopify adds some every quarter. */
record Shape(Map<String, Rule> rules) {

    static final Shape PRODUCT = new Shape(Map.ofEntries(
            Map.entry("id", Rule.ID),
            Map.entry("title", Rule.TEXT),
            Map.entry("handle", Rule.TEXT),
            Map.entry("vendor", Rule.TEXT),
            Map.entry("product_type", Rule.TEXT),
            Map.entry("tags", Rule.TEXT),
            Map.entry("status", Rule.oneOf("active", "archived", "draft", "unlisted")),
            Map.entry("published_scope", Rule.oneOf("web", "global")),
            Map.entry("body_html", Rule.TEXT.orNull()),
            Map.entry("template_suffix", Rule.TEXT.orNull()),
            Map.entry("created_at", Rule.TIME.orNull()),
            Map.entry("published_at", Rule.TIME.orNull()),
            Map.entry("updated_at", Rule.TIME),
            Map.entry("category", Rule.OBJECT.orNull()),
            Map.entry("has_variants_that_requires_components", Rule.BOOLEAN),
            Map.entry("variants", Rule.OBJECTS),
            Map.entry("options", Rule.OBJECTS),
            Map.entry("images", Rule.OBJECTS),
            Map.entry("media", Rule.OBJECTS)));

    static final Shape VARIANT = new Shape(Map.ofEntries(
            Map.entry("id", Rule.ID),
            Map.entry("title", Rule.TEXT),
            Map.entry("price", Rule.MONEY),
            Map.entry("compare_at_price", Rule.MONEY.orNull()),
            Map.entry("sku", Rule.TEXT.orNull()),
            Map.entry("barcode", Rule.TEXT.orNull()),
            Map.entry("position", Rule.INTEGER),
            Map.entry("option1", Rule.TEXT),
            Map.entry("option2", Rule.TEXT.orNull()),
            Map.entry("option3", Rule.TEXT.orNull()),
            Map.entry("image_id", Rule.ID.orNull()),
            Map.entry("inventory_item_id", Rule.ID.orNull()),
            Map.entry("inventory_policy", Rule.oneOf("deny", "continue")),
            Map.entry("inventory_quantity", Rule.INTEGER),
            Map.entry("old_inventory_quantity", Rule.INTEGER),
            Map.entry("taxable", Rule.BOOLEAN),
            Map.entry("created_at", Rule.TIME),
            Map.entry("updated_at", Rule.TIME)));

    static final Shape OPTION = new Shape(Map.of("id", Rule.ID, "name", Rule.TEXT, "values", Rule.TEXTS));

    static final Shape IMAGE = new Shape(Map.of(
            "id", Rule.ID,
            "position", Rule.INTEGER,
            "alt", Rule.TEXT.orNull(),
            "width", Rule.INTEGER,
            "height", Rule.INTEGER,
            "src", Rule.TEXT,
            "variant_ids", Rule.IDS,
            "created_at", Rule.TIME,
            "updated_at", Rule.TIME));

    static final Shape MEDIA = new Shape(Map.of(
            "id", Rule.ID,
            "position", Rule.INTEGER,
            "alt", Rule.TEXT.orNull(),
            "status", Rule.TEXT,
            "media_content_type", Rule.oneOf("IMAGE", "VIDEO", "EXTERNAL_VIDEO", "MODEL_3D"),
            "preview_image", Rule.OBJECT.orNull(),
            "variant_ids", Rule.LIST,
            "created_at", Rule.TIME,
            "updated_at", Rule.TIME));

    static final Shape INVENTORY_LEVEL = new Shape(Map.of(
            "inventory_item_id", Rule.ID,
            "location_id", Rule.ID,
            "available", Rule.INTEGER.orNull(),
            "updated_at", Rule.TIME));

    /**
     * Checks what is there; nothing is required.
     *
     * @param path what to put before a field's name in the message, {@code variants[0].} or empty
     * @throws InvalidBody at the first field that cannot be used
     */
    void check(String path, ObjectNode body) {
        for (Map.Entry<String, JsonNode> field : body.properties()) {
            Rule rule = rules.getOrDefault(field.getKey(), Rule.ANYTHING);
            if (!rule.allows().test(field.getValue())) {
                throw new InvalidBody(path + field.getKey() + " must be " + rule.words());
            }
        }
    }

    /** As {@link #check}, for each object of a list; an absent list passes. */
    void checkEach(String list, ObjectNode body) {
        int index = 0;
        for (JsonNode element : body.path(list)) {
            check(list + '[' + index++ + "].", (ObjectNode) element);
        }
    }
}
