package dev.shopmirror.admin.redrive;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import dev.shopmirror.admin.ledger.DeliveryFilter;
import dev.shopmirror.admin.ledger.DeliveryKey;
import dev.shopmirror.admin.ledger.LedgerPosition;
import dev.shopmirror.admin.ledger.Outcome;
import dev.shopmirror.admin.ledger.Selection;

/** What a job remembers, as JSON: which deliveries, and how far it came. */
final class JobFilter {

    static final String SHOP_DOMAINS = "shopDomains";

    private JobFilter() {}

    static JsonObject of(Selection selection) {
        DeliveryFilter filter = selection.filter();
        JsonObject json = new JsonObject();
        put(json, "storeId", filter.storeId());
        put(json, "shopDomain", filter.shopDomain());
        put(json, "topic", filter.topic());
        put(json, "outcome", filter.outcome() == null ? null : filter.outcome().code());
        put(json, "resourceId", filter.resourceId());
        put(json, "from", filter.from());
        put(json, "to", filter.to());
        if (filter.reasons() != null) {
            json.put("reasons", new JsonArray(filter.reasons()));
        }
        selection.shopDomains().ifPresent(domains -> json.put(SHOP_DOMAINS, new JsonArray(domains)));
        return json;
    }

    /** A job of one delivery is there to be read only: it is done when it is written. */
    static JsonObject of(DeliveryKey one) {
        return new JsonObject().put("id", one.id()).put(SHOP_DOMAINS, new JsonArray(List.of(one.shopDomain())));
    }

    static Selection selection(JsonObject json) {
        DeliveryFilter filter = new DeliveryFilter(
                json.containsKey("storeId") ? UUID.fromString(json.getString("storeId")) : null,
                json.getString("shopDomain"),
                json.getString("topic"),
                Outcome.parse(json.getString("outcome")).orElseThrow(),
                texts(json, "reasons").orElse(null),
                json.containsKey("resourceId") ? Long.valueOf(json.getString("resourceId")) : null,
                json.getInstant("from"),
                json.getInstant("to"));
        return new Selection(texts(json, SHOP_DOMAINS), filter);
    }

    static JsonObject of(LedgerPosition position) {
        DeliveryKey key = position.key();
        return new JsonObject()
                .put("committedAt", position.committedAt().toString())
                .put("shopDomain", key.shopDomain())
                .put("topic", key.topic())
                .put("webhookId", key.webhookId());
    }

    static Optional<LedgerPosition> position(JsonObject json) {
        return Optional.ofNullable(json)
                .map(known -> new LedgerPosition(
                        Instant.parse(known.getString("committedAt")),
                        new DeliveryKey(
                                known.getString("shopDomain"),
                                known.getString("topic"),
                                known.getString("webhookId"))));
    }

    private static void put(JsonObject json, String name, Object value) {
        if (value != null) {
            json.put(name, value.toString());
        }
    }

    private static Optional<List<String>> texts(JsonObject json, String name) {
        return Optional.ofNullable(json.getJsonArray(name))
                .map(array -> array.stream().map(Object::toString).toList());
    }
}
