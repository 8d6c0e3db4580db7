package dev.shopmirror.admin;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.vertx.core.json.JsonObject;

import dev.shopmirror.admin.ledger.DeliveryKey;

/**
 * A store with one of everything that routes name or list. All are new, so that lists show them first.
 *
 * @param jobId of a redrive that another replica is at work on
 */
record FurnishedStore(
        String shopDomain, String id, long webhookId, DeliveryKey deadLetter, long productId, String jobId) {

    static FurnishedStore create() {
        String shopDomain = TestStores.newDomain();
        String id = TestStores.register(shopDomain);
        long webhookId = Simulator.subscribe(shopDomain, "products/update", "https://hooks.example.com/api/shopify");
        DeliveryKey deadLetter = LedgerRow.of(shopDomain)
                .deadLettered("broken_json")
                .committedAt(Instant.now())
                .insert();
        return new FurnishedStore(shopDomain, id, webhookId, deadLetter, product(id), job(id, shopDomain));
    }

    private static long product(String storeId) {
        long productId = System.nanoTime();
        Owner.execute("""
                INSERT INTO shopify_product (store_id, id, title, synced_at, version_at, version_triggered_at,
                    version_webhook_id)
                VALUES (?::uuid, ?, 'Classic Shirt', now(), now(), now(), 'b54557e4')""", storeId, productId);
        return productId;
    }

    private static String job(String storeId, String shopDomain) {
        String jobId = UUID.randomUUID().toString();
        Map<String, Object> filter =
                Map.of("storeId", storeId, "outcome", "dead_lettered", "shopDomains", List.of(shopDomain));
        Owner.execute("""
                INSERT INTO redrive_job (id, requested_by, filter, status, total, holder)
                VALUES (?::uuid, 'olga@example.com', ?::jsonb, 'running', 1, gen_random_uuid())""", jobId, new JsonObject(filter).encode());
        return jobId;
    }

    /** The address of a described route with what this store has. */
    String address(Route route) {
        // the only list that does not begin with what is new
        String query = route.toString().equals("GET /api/admin/stores") ? "?shopDomain=" + shopDomain : "";
        return route.path()
                        .replace("{storeId}", id)
                        .replace("/stores/{id}", "/stores/" + id)
                        .replace("{webhookId}", Long.toString(webhookId))
                        .replace("/deliveries/{id}", "/deliveries/" + deadLetter.id())
                        .replace("/redrives/{id}", "/redrives/" + jobId)
                        .replace("/products/{id}", "/products/" + productId)
                + query;
    }

    /** The body that names this store, or something of it; empty where a route needs none. */
    Map<String, Object> body(Route route) {
        return switch (route.path()) {
            case "/api/admin/webhooks/register" -> Map.of("storeId", id);
            case "/api/admin/dead-letters/redrive" -> Map.of("id", deadLetter.id());
            default -> Map.of();
        };
    }
}
