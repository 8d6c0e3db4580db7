package dev.shopmirror.ingest.intake;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import dev.shopmirror.localstack.KafkaServer;
import dev.shopmirror.localstack.WithKafka;

@QuarkusTest
@WithKafka
@WithSecrets
class KafkaOutageTest {

    private static final Duration CONTRACT = Duration.ofSeconds(4);
    private static final byte[] BODY = "{\"id\":1}".getBytes(UTF_8);

    @Test
    void nothingIsAcceptedWhileKafkaIsAwayAndEverythingAfterwards() {
        KafkaServer kafka = KafkaServer.shared();
        await().untilAsserted(() -> ready(200));
        assertThat(post().statusCode()).isEqualTo(200);
        kafka.stop();
        try {
            refusedInTime();
            await().untilAsserted(() -> ready(503));
            refusedInTime();
            given().get("/q/health/live").then().statusCode(200);
        } finally {
            kafka.start();
        }
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> ready(200));
        assertThat(post().statusCode()).isEqualTo(200);
    }

    private static void refusedInTime() {
        for (int ignored : List.of(1, 2, 3)) {
            Instant posted = Instant.now();
            Response answer = post();

            assertThat(Duration.between(posted, Instant.now())).isLessThan(CONTRACT);
            answer.then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", matchesPattern("[0-9]+"))
                    .body("title", equalTo("Webhook not queued"));
        }
    }

    private static Response post() {
        return TestDelivery.signed(BODY).post("/api/shopify/webhooks/products/update");
    }

    private static void ready(int status) {
        given().get("/q/health/ready").then().statusCode(status);
    }
}
