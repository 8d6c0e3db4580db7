package dev.shopmirror.ingest.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import dev.shopmirror.localstack.WithKafka;

@QuarkusTest
@WithKafka
@WithSecrets
class HealthTest {

    @Test
    void readinessNamesKafkaAndEachSecretsFingerprint() {
        await().untilAsserted(() -> given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'Kafka' }.status", equalTo("UP"))
                .body("checks.find { it.name == 'Webhook secrets' }.data.client", matchesPattern("[0-9a-f]{8}"))
                .body(
                        "checks.find { it.name == 'Webhook secrets' }.data.client-previous",
                        matchesPattern("[0-9a-f]{8}"))
                .body(
                        "checks.find { it.name == 'Webhook secrets' }.data.store-notification",
                        matchesPattern("[0-9a-f]{8}")));
    }

    @Test
    void nothingOfASenderBecomesATag() {
        TestDelivery.unsigned(new byte[] {1})
                .header("X-Shopify-Shop-Domain", "tag-me.myshopify.com")
                .post("/api/shopify/webhooks/tag/me")
                .then()
                .statusCode(401);

        String metrics = given().get("/q/metrics").asString();
        assertThat(metrics)
                .contains("shopmirror_ingest_deliveries_total{outcome=\"invalid_hmac\",secret=\"none\"}")
                .contains("shopmirror_ingest_publish_seconds_bucket")
                .contains("shopmirror_ingest_bytes_in_flight_bytes")
                .doesNotContain("tag-me")
                .doesNotContain("tag/me");
    }
}
