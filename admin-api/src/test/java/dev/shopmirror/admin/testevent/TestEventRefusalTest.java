package dev.shopmirror.admin.testevent;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

import dev.shopmirror.admin.LogRecorder;
import dev.shopmirror.admin.TestStores;
import dev.shopmirror.admin.Tokens;
import dev.shopmirror.admin.WithAdminEnvironment;
import dev.shopmirror.admin.destination.WebhookBaseUrl;
import dev.shopmirror.admin.destination.WebhookTarget;
import dev.shopmirror.admin.problem.Problem;
import dev.shopmirror.admin.problem.ProblemException;
import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.WithPostgres;

/** Nothing is sent without a secret, nor to where Shopify could not deliver. */
@QuarkusTest
@WithPostgres(login = PostgresLogin.ADMIN)
@WithAdminEnvironment
@TestProfile(TestEventRefusalTest.NoSecret.class)
class TestEventRefusalTest {

    public static class NoSecret implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("shopmirror.test-event.client-secret", "");
        }
    }

    @Inject
    TestEventConfig config;

    @Inject
    TestEventPost post;

    @Test
    void withoutASecretNothingIsSentAndNothingIsOnRecord() {
        String store = TestStores.register(TestStores.newDomain());

        try (LogRecorder log = LogRecorder.open()) {
            given().auth()
                    .oauth2(Tokens.operator())
                    .post("/api/admin/webhooks/test-event/" + store)
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("client-secret-missing"));
            assertThat(log.lines()).noneMatch(line -> line.contains("Test event sent"));
        }
    }

    @Test
    void baseUrlThatShopifyCouldNotReachIsNotCalled() {
        WebhookTarget refused =
                new WebhookTarget(WebhookBaseUrl.of("http://hooks.example.com"), List.of(), List.of(), false);
        TestEvents events = new TestEvents(config, refused, post, null, null);

        assertThatThrownBy(() -> events.send(null)).isInstanceOfSatisfying(ProblemException.class, refusal -> {
            assertThat(refusal.problem()).isEqualTo(Problem.BASE_URL_REFUSED);
            assertThat(refusal.problem().status()).isEqualTo(409);
        });
    }
}
