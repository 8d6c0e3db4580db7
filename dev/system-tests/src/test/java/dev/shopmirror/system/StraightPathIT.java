package dev.shopmirror.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import dev.shopmirror.localstack.KafkaServer;
import dev.shopmirror.localstack.Ports;
import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.PostgresServer;
import dev.shopmirror.localstack.ServiceProcess;
import dev.shopmirror.simulator.courier.HmacSigner;

/** A signed webhook at the packaged ingest-service becomes rows by way of the packaged sync-service. */
class StraightPathIT {

    private static final String SECRET = "shpss_system_tests";
    private static final String SHOP = "system-" + UUID.randomUUID() + ".myshopify.com";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static ServiceProcess ingest;
    private static ServiceProcess sync;

    @BeforeAll
    static void startServices() throws Exception {
        execute(
                "INSERT INTO store (shop_domain, name, credential_kind) VALUES (?, 'System tests', 'access_token')",
                SHOP);
        Path logs = Files.createDirectories(RepositoryFiles.path("dev/system-tests/target/logs"));
        String kafka = KafkaServer.shared().bootstrapServers();
        ingest = ServiceProcess.start(
                RepositoryFiles.path("ingest-service"),
                Ports.free(),
                Map.of("KAFKA_BOOTSTRAP_SERVERS", kafka, "SHOPIFY_CLIENT_SECRET", SECRET),
                logs);
        sync = ServiceProcess.start(
                RepositoryFiles.path("sync-service"),
                Ports.free(),
                Map.of(
                        "KAFKA_BOOTSTRAP_SERVERS",
                        kafka,
                        "DATABASE_HOST",
                        "127.0.0.1",
                        "DATABASE_PORT",
                        Integer.toString(PostgresServer.shared().port()),
                        "DATABASE_NAME",
                        PostgresServer.DATABASE,
                        "DATABASE_USERNAME",
                        PostgresLogin.SYNC.username(),
                        "DATABASE_PASSWORD",
                        PostgresLogin.SYNC.password()),
                logs);
        ingest.awaitReady(Duration.ofSeconds(90));
        sync.awaitReady(Duration.ofSeconds(90));
    }

    @AfterAll
    static void stopServices() {
        ingest.close();
        sync.close();
    }

    @Test
    void idsAndPricesArriveDigitForDigit() throws Exception {
        long id = 788032119674292922L;
        String body = "{\"id\":" + id
                + ",\"title\":\"Caf\u00e9 \\/ \\u003cmug\\u003e\",\"updated_at\":\"2026-03-01T09:00:00-05:00\","
                + "\"variants\":[{\"id\":642667041472713922,\"position\":1,\"price\":\"19.99\"},"
                + "{\"id\":757650484644203962,\"position\":2,\"price\":\"25\"}]}";

        assertThat(deliver("products/update", body).statusCode()).isEqualTo(200);

        awaitRows("SELECT title FROM shopify_product WHERE id = ? AND store_id = " + STORE_ID, id, "Caf\u00e9 / <mug>");
        assertThat(query(
                        "SELECT price FROM shopify_product_variant WHERE product_id = ? AND store_id = " + STORE_ID
                                + " ORDER BY position",
                        id))
                .containsExactly(new BigDecimal("19.99"), new BigDecimal("25"));
    }

    @Test
    void bodyOfAlmostEightMebibytesPassesEndToEnd() throws Exception {
        String text = "x".repeat((int) (7.9 * 1024 * 1024) - 100);
        String body = "{\"id\":8,\"updated_at\":\"2026-03-01T09:00:00Z\",\"body_html\":\"" + text + "\"}";

        assertThat(deliver("products/update", body).statusCode()).isEqualTo(200);

        awaitRows(
                "SELECT length(body_html) FROM shopify_product WHERE id = ? AND store_id = " + STORE_ID,
                8,
                text.length());
    }

    @Test
    void brokenJsonIsAcknowledgedAndAccountedFor() throws Exception {
        assertThat(deliver("products/create", "{\"id\":9,").statusCode()).isEqualTo(200);

        awaitRows(
                "SELECT reason FROM webhook_delivery WHERE topic = 'products/create' AND shop_domain = '" + SHOP
                        + "' AND kafka_partition >= ?",
                0,
                "broken_json");
    }

    @Test
    void nothingIsAcknowledgedWithoutKafkaAndNothingNeedsARestart() throws Exception {
        String body = "{\"id\":10,\"title\":\"after the outage\",\"updated_at\":\"2026-03-01T09:00:00Z\"}";
        KafkaServer kafka = KafkaServer.shared();
        kafka.stop();
        try {
            for (int attempt = 0; attempt < 3; attempt++) {
                Instant begin = Instant.now();
                HttpResponse<String> answer = deliver("products/update", body);

                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(answer.headers().firstValue("Retry-After")).isPresent();
                assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(4));
            }
        } finally {
            kafka.start();
        }

        await().atMost(Duration.ofSeconds(60))
                .until(() -> deliver("products/update", body).statusCode() == 200);
        awaitRows("SELECT title FROM shopify_product WHERE id = ? AND store_id = " + STORE_ID, 10, "after the outage");
    }

    private static final String STORE_ID = "(SELECT id FROM store WHERE shop_domain = '" + SHOP + "')";

    private static HttpResponse<String> deliver(String topic, String body) throws Exception {
        byte[] bytes = body.getBytes(UTF_8);
        HttpRequest request = HttpRequest.newBuilder(URI.create(ingest.url() + "/api/shopify/webhooks/" + topic))
                .header("Content-Type", "application/json")
                .header("X-Shopify-Topic", topic)
                .header("X-Shopify-Shop-Domain", SHOP)
                .header("X-Shopify-Webhook-Id", UUID.randomUUID().toString())
                .header("X-Shopify-Triggered-At", Instant.now().toString())
                .header("X-Shopify-Hmac-Sha256", new HmacSigner(SECRET).sign(bytes))
                .POST(BodyPublishers.ofByteArray(bytes))
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    private static void awaitRows(String sql, long parameter, Object... expected) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(query(sql, parameter)).containsExactly(expected));
    }

    private static List<Object> query(String sql, long parameter) throws Exception {
        try (Connection connection = PostgresServer.shared().ownerConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, parameter);
            try (ResultSet rows = statement.executeQuery()) {
                List<Object> values = new ArrayList<>();
                while (rows.next()) {
                    values.add(rows.getObject(1));
                }
                return values;
            }
        }
    }

    private static void execute(String sql, String parameter) throws Exception {
        try (Connection connection = PostgresServer.shared().ownerConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            statement.executeUpdate();
        }
    }
}
