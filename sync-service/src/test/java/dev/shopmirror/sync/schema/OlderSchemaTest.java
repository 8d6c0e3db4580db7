package dev.shopmirror.sync.schema;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

import dev.shopmirror.database.SchemaVersion;
import dev.shopmirror.event.EventHeaders;
import dev.shopmirror.event.EventSource;
import dev.shopmirror.event.KafkaTopics;
import dev.shopmirror.event.WebhookEvent;
import dev.shopmirror.localstack.KafkaServer;
import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.WithKafka;
import dev.shopmirror.localstack.WithPostgres;

/** This release, started before its migration. */
@QuarkusTest
@WithKafka
@WithPostgres(login = PostgresLogin.SYNC)
@WithTestResource(value = OldDatabase.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class OlderSchemaTest {

    private static final String READINESS = "/q/health/ready";
    private static final String CHECK = "checks.find { it.name == 'Database schema' }";

    @Inject
    SchemaGate gate;

    @Test
    void nothingIsConsumedUntilTheMigrationRanAndThenItGoesOnByItself() throws Exception {
        String shop = "early-" + UUID.randomUUID() + ".myshopify.com";
        deliver(KafkaTopics.WEBHOOKS, shop);
        deliver(KafkaTopics.WEBHOOKS_BULK, shop);
        await().atMost(Duration.ofSeconds(30)).until(() -> gate.state().answered());
        when().get(READINESS)
                .then()
                .statusCode(503)
                .body(CHECK + ".status", equalTo("DOWN"))
                .body(CHECK + ".data.found", equalTo("none"))
                .body(CHECK + ".data.needed", equalTo(SchemaVersion.CURRENT));
        assertThat(gate.passed().subscribeAsCompletionStage()).isNotDone();

        OldDatabase.migrate();

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> when().get(READINESS)
                .then()
                .statusCode(200)
                .body(CHECK + ".data.found", equalTo(Integer.toString(SchemaVersion.CURRENT)))
                .body(containsString("Database schema")));
        await().atMost(Duration.ofSeconds(30)).until(() -> OldDatabase.count(deliveries(shop)) == 2);
        assertThat(OldDatabase.count(deliveries(shop)
                        + " AND committed_at < (SELECT max(installed_on) FROM flyway_schema_history)::timestamptz"))
                .isZero();
    }

    private static String deliveries(String shop) {
        return "SELECT count(*) FROM webhook_delivery WHERE shop_domain = '" + shop + "'";
    }

    private static void deliver(String kafkaTopic, String shop) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", KafkaServer.shared().bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(WebhookEvent.toRecord(
                            kafkaTopic,
                            shop,
                            "products/update",
                            Map.of(EventHeaders.WEBHOOK_ID, UUID.randomUUID().toString()),
                            Instant.now(),
                            EventSource.WEBHOOK,
                            "{\"id\":7}".getBytes(StandardCharsets.UTF_8)))
                    .get();
        }
    }
}
