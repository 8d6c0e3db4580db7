package dev.shopmirror.admin.product;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.vertx.mutiny.sqlclient.Row;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A variant of a mirrored product. */
@Schema(name = "Variant")
record VariantView(
        @Schema(description = "Shopify's id, 64 bit") String id,
        @Schema(nullable = true) String title,
        @Schema(nullable = true) String sku,
        @Schema(nullable = true) String barcode,
        @Schema(nullable = true) Integer position,

        @Schema(
                description = "In the shop's currency, digits as Shopify sent them",
                examples = "19.90",
                nullable = true)
        String price,

        @Schema(nullable = true) String compareAtPrice,

        @Schema(description = "Its values of the product's options, in their order")
        List<String> optionValues,

        @Schema(nullable = true) Boolean taxable,

        @Schema(description = "deny or continue, when out of stock", nullable = true)
        String inventoryPolicy,

        @Schema(description = "Shopify's id, 64 bit", nullable = true)
        String inventoryItemId,

        @Schema(description = "As it came with the product: a hint. stock is what counts", nullable = true)
        Integer inventoryQuantity,

        Stock stock,
        @Schema(nullable = true) Instant createdAt,
        @Schema(nullable = true) Instant updatedAt) {

    /** Summed over the locations that Shopify reported. */
    @Schema(name = "Stock")
    record Stock(
            @Schema(description = "Null where it is not tracked, or was never reported", nullable = true)
            Long available,

            @Schema(description = "How many locations it is the sum of")
            long locations) {}

    static VariantView of(Row row) {
        Long item = row.getLong("inventory_item_id");
        return new VariantView(
                row.getLong("id").toString(),
                row.getString("title"),
                row.getString("sku"),
                row.getString("barcode"),
                row.getInteger("position"),
                row.getString("price"),
                row.getString("compare_at_price"),
                Stream.of("option1", "option2", "option3")
                        .map(row::getString)
                        .filter(Objects::nonNull)
                        .toList(),
                row.getBoolean("taxable"),
                row.getString("inventory_policy"),
                item == null ? null : item.toString(),
                row.getInteger("inventory_quantity"),
                new Stock(row.getLong("available"), row.getLong("locations")),
                ProductSummary.instant(row, "created_at"),
                ProductSummary.instant(row, "updated_at"));
    }
}
