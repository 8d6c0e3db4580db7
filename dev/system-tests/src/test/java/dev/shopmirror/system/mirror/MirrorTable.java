package dev.shopmirror.system.mirror;

import java.util.List;
import java.util.Set;
import java.util.function.Function;

import dev.shopmirror.simulator.shop.Shop;

/**
 * A table of the mirror. Its columns are named as Shopify's fields, so a column of this name is compared with the field
 * of this name, whatever column there is.
 *
 * @param keys of a row within its store; 64-bit ids
 * @param unmirrored fields that no column takes
 * @param truth the rows it should hold for a shop
 */
record MirrorTable(String name, List<String> keys, Set<String> unmirrored, Function<Shop, List<TruthRow>> truth) {

    /** Columns that say when and by which event a row was written. */
    static final Set<String> BOOKKEEPING =
            Set.of("store_id", "synced_at", "version_at", "version_triggered_at", "version_webhook_id");

    static final List<MirrorTable> ALL = List.of(
            new MirrorTable(
                    "shopify_product",
                    List.of("id"),
                    Set.of("variants", "variant_gids", "field_of_next_year"),
                    ProductTruth::products),
            new MirrorTable("shopify_product_variant", List.of("id"), Set.of(), ProductTruth::variants),
            new MirrorTable(
                    "shopify_inventory_level",
                    List.of("inventory_item_id", "location_id"),
                    Set.of("admin_graphql_api_id"),
                    shop -> shop.inventoryLevels().stream().map(TruthRow::whole).toList()),
            new MirrorTable("shopify_inventory_item", List.of("id"), Set.of(), shop -> shop.inventoryItems().stream()
                    .map(TruthRow::whole)
                    .toList()),
            new MirrorTable("shopify_location", List.of("id"), Set.of(), shop -> shop.locations().stream()
                    .map(TruthRow::whole)
                    .toList()));
}
