package dev.shopmirror.system.fault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import dev.shopmirror.simulator.courier.HmacSigner;
import dev.shopmirror.system.cluster.Cluster;
import dev.shopmirror.system.route.DeliveryId;

/** Signed deliveries that can never be applied, as many as are asked for. */
final class Poison {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    /** The kinds of it, in turns. */
    private enum Kind {
        BROKEN_JSON("products/update", "{\"id\":9,"),
        MISSING_ID("products/create", "{\"title\":\"Nobody's\"}"),
        OUT_OF_RANGE("products/update", "{\"id\":9,\"variants\":[{\"id\":1,\"position\":99999999999}]}"),
        TOPIC_MISMATCH("products/delete", "{\"id\":9,\"title\":\"Resent\",\"variants\":[]}"),
        ENDLESS_PRICE("products/update", "{\"id\":9,\"variants\":[{\"id\":1,\"price\":\"1e999999\"}]}"),
        /** Only PostgreSQL sees that no index holds it. */
        UNINDEXABLE("products/update", "{\"id\":9,\"variants\":[{\"id\":1,\"sku\":\"" + noise() + "\"}]}");

        private final String topic;
        private final String body;

        Kind(String topic, String body) {
            this.topic = topic;
            this.body = body;
        }

        private static String noise() {
            StringBuilder letters = new StringBuilder();
            new Random(7).ints(9_000, 'a', 'z').forEach(letter -> letters.append((char) letter));
            return letters.toString();
        }
    }

    private final String url;
    private final String shop;
    private final Set<DeliveryId> planted = new HashSet<>();

    /**
     * @param url of what stands before ingest-service
     * @param shop a store's domain
     */
    Poison(String url, String shop) {
        this.url = url;
        this.shop = shop;
    }

    /** Those that were acknowledged. */
    Set<DeliveryId> planted() {
        return planted;
    }

    /** What the ledger should say of them. */
    Map<DeliveryId, String> expectedOutcomes() {
        return planted.stream().collect(toMap(delivery -> delivery, delivery -> "dead_lettered"));
    }

    /** Posts the next one until it is acknowledged, as Shopify would. */
    void plant() {
        Kind kind = Kind.values()[planted.size() % Kind.values().length];
        DeliveryId delivery = new DeliveryId(kind.topic, UUID.randomUUID().toString());
        HttpRequest request = request(delivery, kind.body.getBytes(UTF_8));
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(300))
                .until(() -> isAcknowledged(request));
        planted.add(delivery);
    }

    private HttpRequest request(DeliveryId delivery, byte[] body) {
        return HttpRequest.newBuilder(URI.create(url + "/api/shopify/webhooks/" + delivery.topic()))
                .timeout(Duration.ofSeconds(5))
                .header("Content-Type", "application/json")
                .header("X-Shopify-Topic", delivery.topic())
                .header("X-Shopify-Shop-Domain", shop)
                .header("X-Shopify-Webhook-Id", delivery.webhookId())
                .header("X-Shopify-Triggered-At", Instant.now().toString())
                .header("X-Shopify-Hmac-Sha256", new HmacSigner(Cluster.SECRET).sign(body))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
    }

    private static boolean isAcknowledged(HttpRequest request) throws InterruptedException {
        try {
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException failed) {
            return false;
        }
    }
}
