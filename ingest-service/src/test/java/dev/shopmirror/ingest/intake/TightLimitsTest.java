package dev.shopmirror.ingest.intake;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.Map;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

import dev.shopmirror.localstack.WithKafka;

@QuarkusTest
@WithKafka
@WithSecrets
@TestProfile(TightLimitsTest.TightLimits.class)
class TightLimitsTest {

    public static class TightLimits implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("publishing.max-bytes-in-flight", "1M", "intake.body-timeout", "500ms");
        }
    }

    @TestHTTPResource("/api/shopify/webhooks/products/update")
    URI endpoint;

    @Test
    void moreBytesInFlightThanTheCapAreRefusedForNow() {
        TestDelivery.signed(new byte[1024 * 1024 + 1])
                .post(endpoint)
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue())
                .body("title", equalTo("Webhook not queued"));
    }

    @Test
    void bytesOfAnsweredDeliveriesAreGivenBack() {
        for (int i = 0; i < 3; i++) {
            TestDelivery.signed(new byte[800 * 1024]).post(endpoint).then().statusCode(200);
        }
        await().untilAsserted(() ->
                given().get("/q/metrics").then().body(containsString("shopmirror_ingest_bytes_in_flight_bytes 0.0")));
    }

    @Test
    void senderThatStallsIsAnsweredAndCutOff() throws IOException {
        try (Socket socket = new Socket(endpoint.getHost(), endpoint.getPort())) {
            socket.getOutputStream()
                    .write(("POST " + endpoint.getPath()
                                    + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{")
                            .getBytes(UTF_8));

            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 408 ").contains("application/problem+json");
        }
    }
}
