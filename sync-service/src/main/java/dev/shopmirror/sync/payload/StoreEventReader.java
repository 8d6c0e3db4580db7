package dev.shopmirror.sync.payload;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import dev.shopmirror.event.WebhookEvent;
import dev.shopmirror.sync.change.Version;
import dev.shopmirror.sync.store.StoreEvent;
import dev.shopmirror.sync.store.StoreEvent.Kind;
import dev.shopmirror.sync.table.ColumnType;
import dev.shopmirror.sync.table.PoisonException;

/**
 * Reads what an event tells of the shop itself.
 *
 * @see <a href="https://shopify.dev/docs/api/webhooks">Shopify: app/uninstalled, shop/update</a>
 */
public final class StoreEventReader {

    private static final Map<String, Kind> KINDS = Map.of(
            "app/uninstalled", Kind.UNINSTALLED,
            "app/scopes_update", Kind.SCOPES_UPDATED,
            "shop/update", Kind.SHOP_UPDATED,
            "shop/redact", Kind.SHOP_REDACTED,
            "customers/data_request", Kind.CUSTOMER,
            "customers/redact", Kind.CUSTOMER);

    private StoreEventReader() {}

    /** Whether events of the topic are about the shop itself. */
    public static boolean handles(String topic) {
        return KINDS.containsKey(topic);
    }

    /**
     * @param event of a topic that is {@linkplain #handles handled}
     * @throws PoisonException when the body can never be applied
     */
    public static StoreEvent read(WebhookEvent event, String deliveryId, JsonBody read) {
        Kind kind = KINDS.get(event.topic());
        if (kind == null) {
            throw new IllegalArgumentException("No reader for topic " + event.topic());
        }
        JsonNode body = read.json();
        return switch (kind) {
            case UNINSTALLED -> shop(kind, event, body, triggeredAt(event, deliveryId));
            case SHOP_UPDATED -> shop(kind, event, body, changedAt(event, deliveryId, body));
            case SCOPES_UPDATED -> scopes(event, deliveryId, body);
            case SHOP_REDACTED, CUSTOMER -> compliance(kind, event, deliveryId, body);
        };
    }

    private static StoreEvent shop(Kind kind, WebhookEvent event, JsonNode body, Instant at) {
        Belonging.requireShop(body);
        return new StoreEvent(
                kind,
                JsonBody.id(body, "id"),
                text(body, "myshopify_domain"),
                at,
                event.receivedAt(),
                text(body, "currency"),
                List.of());
    }

    private static StoreEvent scopes(WebhookEvent event, String deliveryId, JsonNode body) {
        JsonNode current = body.path("current");
        if (!current.isArray()) {
            throw Belonging.mismatch("The body lists no current scopes");
        }
        List<String> scopes = new ArrayList<>();
        current.forEach(scope -> scopes.add(scope.asText()));
        return new StoreEvent(
                Kind.SCOPES_UPDATED,
                Gid.id(body.path("shop_id").asText(), "shop_id"),
                null,
                changedAt(event, deliveryId, body),
                event.receivedAt(),
                null,
                scopes);
    }

    private static StoreEvent compliance(Kind kind, WebhookEvent event, String deliveryId, JsonNode body) {
        return new StoreEvent(
                kind,
                JsonBody.id(body, "shop_id"),
                text(body, "shop_domain"),
                triggeredAt(event, deliveryId),
                event.receivedAt(),
                null,
                List.of());
    }

    /** What the header claims, bounded by our own clock. */
    private static Instant triggeredAt(WebhookEvent event, String deliveryId) {
        return Version.of(null, event.triggeredAt(), event.receivedAt(), deliveryId)
                .triggeredAt();
    }

    /** What the body says, which is signed; the header only where it says nothing. */
    private static Instant changedAt(WebhookEvent event, String deliveryId, JsonNode body) {
        Object updatedAt = ColumnType.TIMESTAMP.read(body.path("updated_at"));
        return updatedAt instanceof OffsetDateTime moment ? moment.toInstant() : triggeredAt(event, deliveryId);
    }

    private static @Nullable String text(JsonNode body, String field) {
        JsonNode value = body.get(field);
        return value == null || value.isNull() ? null : value.asText();
    }
}
