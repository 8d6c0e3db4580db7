package dev.shopmirror.sync.payload;

import static java.util.Map.entry;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import dev.shopmirror.event.WebhookEvent;
import dev.shopmirror.sync.change.Change;
import dev.shopmirror.sync.change.ResourceKey;
import dev.shopmirror.sync.change.Variants;
import dev.shopmirror.sync.change.Version;
import dev.shopmirror.sync.table.Column;
import dev.shopmirror.sync.table.ColumnType;
import dev.shopmirror.sync.table.MirrorTable;
import dev.shopmirror.sync.table.PoisonException;
import dev.shopmirror.sync.table.Row;

/** Reads the change that an event reports. */
public final class ChangeReader {

    private static final Column UPDATED_AT = new Column("updated_at", ColumnType.TIMESTAMP);

    private static final Map<String, Reader> READERS = Map.ofEntries(
            entry("products/create", ChangeReader::product),
            entry("products/update", ChangeReader::product),
            entry("products/delete", deletion(MirrorTable.PRODUCT, "Product")),
            entry("inventory_levels/update", ChangeReader::inventoryLevel),
            entry("inventory_levels/connect", ChangeReader::inventoryLevel),
            entry("inventory_levels/disconnect", ChangeReader::inventoryLevelDisconnection),
            entry("inventory_items/create", upsert(MirrorTable.INVENTORY_ITEM, "InventoryItem")),
            entry("inventory_items/update", upsert(MirrorTable.INVENTORY_ITEM, "InventoryItem")),
            entry("inventory_items/delete", deletion(MirrorTable.INVENTORY_ITEM, "InventoryItem")),
            entry("locations/create", upsert(MirrorTable.LOCATION, "Location")),
            entry("locations/update", upsert(MirrorTable.LOCATION, "Location")),
            entry("locations/activate", upsert(MirrorTable.LOCATION, "Location")),
            entry("locations/deactivate", upsert(MirrorTable.LOCATION, "Location")),
            entry("locations/delete", deletion(MirrorTable.LOCATION, "Location")));

    private ChangeReader() {}

    /** Whether events of the topic are applied; all others are recorded and ignored. */
    public static boolean handles(String topic) {
        return READERS.containsKey(topic);
    }

    /**
     * @param event of a topic that is {@linkplain #handles handled}
     * @param deliveryId the webhook id, or what stands for it
     * @throws PoisonException when the body can never be applied
     */
    public static Change read(WebhookEvent event, String deliveryId, JsonBody body) {
        Reader reader = READERS.get(event.topic());
        if (reader == null) {
            throw new IllegalArgumentException("No reader for topic " + event.topic());
        }
        return reader.read(new Source(event, deliveryId), body.json());
    }

    private static Change product(Source source, JsonNode body) {
        Belonging.requireType(body, "Product");
        ProductPayload product = ProductPayload.read(body);
        if (product.variants().equals(Variants.UNKNOWN)) {
            Belonging.requireContent(product.row());
        }
        return Change.upsert(
                source.key(MirrorTable.PRODUCT, product.id(), 0),
                source.version(product.row()),
                product.row(),
                product.variants());
    }

    private static Change inventoryLevel(Source source, JsonNode body) {
        Belonging.requireType(body, "InventoryLevel");
        Row row = Row.read(body, MirrorTable.INVENTORY_LEVEL);
        ResourceKey key = source.levelKey(body);
        Belonging.requireContent(row);
        return Change.upsert(key, source.version(row), row, Variants.UNKNOWN);
    }

    private static Change inventoryLevelDisconnection(Source source, JsonNode body) {
        Belonging.requireType(body, "InventoryLevel");
        Belonging.requireDeletion(body);
        return Change.deletion(source.levelKey(body), source.version(Row.EMPTY));
    }

    private static Reader upsert(MirrorTable table, String type) {
        return (source, body) -> {
            Belonging.requireType(body, type);
            ResourceKey key = source.key(table, JsonBody.id(body, "id"), 0);
            Row row = Row.read(body, table);
            Belonging.requireContent(row);
            return Change.upsert(key, source.version(row), row, Variants.UNKNOWN);
        };
    }

    private static Reader deletion(MirrorTable table, String type) {
        return (source, body) -> {
            Belonging.requireType(body, type);
            Belonging.requireDeletion(body);
            return Change.deletion(source.key(table, JsonBody.id(body, "id"), 0), source.version(Row.EMPTY));
        };
    }

    private interface Reader {
        Change read(Source source, JsonNode body);
    }

    /** The part of a change that the headers tell. */
    private record Source(WebhookEvent event, String deliveryId) {

        ResourceKey key(MirrorTable table, long id, long subId) {
            return new ResourceKey(event.shopDomain(), table, id, subId);
        }

        ResourceKey levelKey(JsonNode body) {
            return key(
                    MirrorTable.INVENTORY_LEVEL,
                    JsonBody.id(body, "inventory_item_id"),
                    JsonBody.id(body, "location_id"));
        }

        Version version(Row row) {
            return Version.of(updatedAt(row), event.triggeredAt(), event.receivedAt(), deliveryId);
        }

        private static @Nullable Instant updatedAt(Row row) {
            return row.value(UPDATED_AT) instanceof OffsetDateTime timestamp ? timestamp.toInstant() : null;
        }
    }
}
