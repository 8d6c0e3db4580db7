package dev.shopmirror.admin.product;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import io.vertx.mutiny.sqlclient.Row;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A mirrored product, as lists show it. */
@Schema(name = "Product")
record ProductSummary(
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

        @Schema(description = "Shopify's clock", nullable = true)
        Instant createdAt,

        @Schema(description = "Shopify's clock", nullable = true)
        Instant updatedAt,

        @Schema(description = "Null while it is not published", nullable = true)
        Instant publishedAt,

        @Schema(description = "When Shopmirror last wrote it")
        Instant syncedAt) {

    static final String COLUMNS = "p.store_id, p.id, p.title, p.handle, p.vendor, p.product_type, p.status, p.tags,"
            + " p.incomplete, p.created_at, p.updated_at, p.published_at, p.synced_at";

    static ProductSummary of(Row row) {
        String[] tags = row.getArrayOfStrings("tags");
        return new ProductSummary(
                row.getUUID("store_id"),
                row.getLong("id").toString(),
                row.getString("title"),
                row.getString("handle"),
                row.getString("vendor"),
                row.getString("product_type"),
                row.getString("status"),
                tags == null ? List.of() : List.of(tags),
                row.getBoolean("incomplete"),
                instant(row, "created_at"),
                instant(row, "updated_at"),
                instant(row, "published_at"),
                instant(row, "synced_at"));
    }

    ProductPosition position() {
        return new ProductPosition(syncedAt, Long.parseLong(id), storeId);
    }

    static Instant instant(Row row, String column) {
        OffsetDateTime value = row.getOffsetDateTime(column);
        return value == null ? null : value.toInstant();
    }
}
