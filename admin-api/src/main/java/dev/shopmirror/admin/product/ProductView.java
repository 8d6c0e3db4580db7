package dev.shopmirror.admin.product;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A mirrored product with all that belongs to it. */
@Schema(name = "ProductDetail")
record ProductView(
        UUID storeId,

        @Schema(description = "Shopify's id, 64 bit", examples = "788032119674292922")
        String id,

        @Schema(nullable = true) String title,
        @Schema(nullable = true) String handle,
        @Schema(nullable = true) String vendor,
        @Schema(nullable = true) String productType,

        @Schema(nullable = true, examples = "active") String status,

        List<String> tags,

        @Schema(description = "Variants are missing: Shopify cut them off, and they are not fetched yet")
        boolean incomplete,

        @Schema(nullable = true) Instant createdAt,
        @Schema(nullable = true) Instant updatedAt,
        @Schema(nullable = true) Instant publishedAt,

        @Schema(description = "When Shopmirror last wrote it")
        Instant syncedAt,

        @Schema(description = "HTML", nullable = true) String bodyHtml,

        List<Option> options,
        List<VariantView> variants) {

    /** One of what a buyer chooses by. */
    @Schema(name = "ProductOption")
    record Option(String id, String name, Integer position, List<String> values) {}

    static ProductView of(Row row, List<VariantView> variants) {
        ProductSummary summary = ProductSummary.of(row);
        return new ProductView(
                summary.storeId(),
                summary.id(),
                summary.title(),
                summary.handle(),
                summary.vendor(),
                summary.productType(),
                summary.status(),
                summary.tags(),
                summary.incomplete(),
                summary.createdAt(),
                summary.updatedAt(),
                summary.publishedAt(),
                summary.syncedAt(),
                row.getString("body_html"),
                options(row.getValue("options")),
                variants);
    }

    /** They are kept as they were delivered: what is no list of objects is none. */
    static List<Option> options(Object delivered) {
        return delivered instanceof JsonArray array
                ? array.stream()
                        .filter(JsonObject.class::isInstance)
                        .map(JsonObject.class::cast)
                        .map(ProductView::option)
                        .toList()
                : List.of();
    }

    private static Option option(JsonObject delivered) {
        Object id = delivered.getValue("id");
        Object name = delivered.getValue("name");
        return new Option(
                id == null ? null : id.toString(),
                name == null ? null : name.toString(),
                delivered.getValue("position") instanceof Number position ? position.intValue() : null,
                delivered.getValue("values") instanceof JsonArray values
                        ? values.stream().map(String::valueOf).toList()
                        : List.of());
    }
}
