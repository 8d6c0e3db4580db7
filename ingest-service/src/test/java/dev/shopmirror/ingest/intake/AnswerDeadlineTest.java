package dev.shopmirror.ingest.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

import dev.shopmirror.localstack.WithKafka;

/** A producer that would acknowledge, but only after the delivery must have been answered. */
@QuarkusTest
@WithKafka
@WithSecrets
@TestProfile(AnswerDeadlineTest.SlowProducer.class)
class AnswerDeadlineTest {

    public static class SlowProducer implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("publishing.linger", "900ms", "intake.answer-timeout", "100ms");
        }
    }

    @Test
    void deadlineHoldsWhateverTheProducerDoes() {
        TestDelivery.signed("{\"id\":1}".getBytes(UTF_8))
                .post("/api/shopify/webhooks/products/update")
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("title", equalTo("Webhook not queued"));
    }
}
