package dev.shopmirror.simulator.catalogue;

import java.util.Map;

import dev.shopmirror.simulator.resource.Rule;
import dev.shopmirror.simulator.resource.Shape;

/** The fields of the catalogue's resources that have rules. */
final class Shapes {

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

    private Shapes() {}
}
