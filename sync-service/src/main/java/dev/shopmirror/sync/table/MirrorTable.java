package dev.shopmirror.sync.table;

import static dev.shopmirror.sync.table.ColumnType.BIGINT;
import static dev.shopmirror.sync.table.ColumnType.BOOLEAN;
import static dev.shopmirror.sync.table.ColumnType.INTEGER;
import static dev.shopmirror.sync.table.ColumnType.JSON;
import static dev.shopmirror.sync.table.ColumnType.NUMERIC;
import static dev.shopmirror.sync.table.ColumnType.TAGS;
import static dev.shopmirror.sync.table.ColumnType.TEXT;
import static dev.shopmirror.sync.table.ColumnType.TIMESTAMP;

import java.util.List;
import java.util.Locale;

/**
 * A table of the mirror and the fields it takes from Shopify's bodies.
 *
 * @see <a href="https://shopify.dev/docs/api/webhooks">Shopify: payloads by topic</a>
 */
public enum MirrorTable {
    PRODUCT(
            "shopify_product",
            List.of("id"),
            List.of(
                    new Column("admin_graphql_api_id", TEXT),
                    new Column("title", TEXT),
                    new Column("handle", TEXT),
                    new Column("vendor", TEXT),
                    new Column("product_type", TEXT),
                    new Column("status", TEXT),
                    new Column("tags", TAGS),
                    new Column("body_html", TEXT),
                    new Column("template_suffix", TEXT),
                    new Column("published_scope", TEXT),
                    new Column("category", JSON),
                    new Column("has_variants_that_requires_components", BOOLEAN),
                    new Column("options", JSON),
                    new Column("images", JSON),
                    new Column("image", JSON),
                    new Column("media", JSON),
                    new Column("published_at", TIMESTAMP),
                    new Column("created_at", TIMESTAMP),
                    new Column("updated_at", TIMESTAMP))),
    VARIANT(
            "shopify_product_variant",
            List.of("id"),
            List.of(
                    new Column("admin_graphql_api_id", TEXT),
                    new Column("title", TEXT),
                    new Column("price", NUMERIC),
                    new Column("compare_at_price", NUMERIC),
                    new Column("sku", TEXT),
                    new Column("barcode", TEXT),
                    new Column("position", INTEGER),
                    new Column("inventory_policy", TEXT),
                    new Column("inventory_item_id", BIGINT),
                    new Column("inventory_quantity", INTEGER),
                    new Column("old_inventory_quantity", INTEGER),
                    new Column("option1", TEXT),
                    new Column("option2", TEXT),
                    new Column("option3", TEXT),
                    new Column("taxable", BOOLEAN),
                    new Column("image_id", BIGINT),
                    new Column("created_at", TIMESTAMP),
                    new Column("updated_at", TIMESTAMP))),
    INVENTORY_LEVEL(
            "shopify_inventory_level",
            List.of("inventory_item_id", "location_id"),
            List.of(new Column("available", INTEGER), new Column("updated_at", TIMESTAMP))),
    INVENTORY_ITEM(
            "shopify_inventory_item",
            List.of("id"),
            List.of(
                    new Column("admin_graphql_api_id", TEXT),
                    new Column("sku", TEXT),
                    new Column("cost", NUMERIC),
                    new Column("tracked", BOOLEAN),
                    new Column("requires_shipping", BOOLEAN),
                    new Column("country_code_of_origin", TEXT),
                    new Column("province_code_of_origin", TEXT),
                    new Column("harmonized_system_code", TEXT),
                    new Column("country_harmonized_system_codes", JSON),
                    new Column("weight_value", NUMERIC),
                    new Column("weight_unit", TEXT),
                    new Column("created_at", TIMESTAMP),
                    new Column("updated_at", TIMESTAMP))),
    LOCATION(
            "shopify_location",
            List.of("id"),
            List.of(
                    new Column("admin_graphql_api_id", TEXT),
                    new Column("name", TEXT),
                    new Column("address1", TEXT),
                    new Column("address2", TEXT),
                    new Column("city", TEXT),
                    new Column("zip", TEXT),
                    new Column("province", TEXT),
                    new Column("province_code", TEXT),
                    new Column("country", TEXT),
                    new Column("country_code", TEXT),
                    new Column("country_name", TEXT),
                    new Column("phone", TEXT),
                    new Column("legacy", BOOLEAN),
                    new Column("active", BOOLEAN),
                    new Column("created_at", TIMESTAMP),
                    new Column("updated_at", TIMESTAMP)));

    /** Not a field of Shopify's: whether the body held fewer variants than the product has. */
    public static final Column INCOMPLETE = new Column("incomplete", BOOLEAN);

    /** Not read from the variant: the body it stands in says whose it is. */
    public static final Column PRODUCT_ID = new Column("product_id", BIGINT);

    private final String tableName;
    private final List<String> keyColumns;
    private final List<Column> columns;

    MirrorTable(String tableName, List<String> keyColumns, List<Column> columns) {
        this.tableName = tableName;
        this.keyColumns = keyColumns;
        this.columns = columns;
    }

    public String tableName() {
        return tableName;
    }

    /** Names of the bigint columns that, with {@code store_id}, identify a row. */
    public List<String> keyColumns() {
        return keyColumns;
    }

    List<Column> columns() {
        return columns;
    }

    /** How tombstones name the resource. */
    public String kind() {
        return name().toLowerCase(Locale.ROOT);
    }
}
