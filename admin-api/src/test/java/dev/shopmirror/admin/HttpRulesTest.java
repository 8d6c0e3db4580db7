package dev.shopmirror.admin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.WithPostgres;

/** What holds for every answer, and for callers that call too often. */
@QuarkusTest
@WithPostgres(login = PostgresLogin.ADMIN)
@WithAdminEnvironment
@TestProfile(HttpRulesTest.FewRequests.class)
class HttpRulesTest {

    private static final String STORES = "/api/admin/stores";
    private static final int BURST = 5;

    public static class FewRequests implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "shopmirror.rate-limit.per-second", "1", "shopmirror.rate-limit.burst", Integer.toString(BURST));
        }
    }

    @ParameterizedTest
    @CsvSource({"/api/admin/stores,401", "/api/admin/nothing,404"})
    void everyAnswerForbidsWhatBrowsersWouldTry(String route, int status) {
        given().get(route)
                .then()
                .statusCode(status)
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
                .header("Strict-Transport-Security", "max-age=31536000");
    }

    @Test
    void callerThatCallsTooOftenIsToldWhenToGoOn() {
        Response last = null;
        for (int i = 0; i < 50 * BURST && (last == null || last.statusCode() == 200); i++) {
            last = with("hasty@example.com");
        }

        last.then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", equalTo("1"))
                .body("code", equalTo("too-many-requests"));
        assertThat(with("patient@example.com").statusCode()).isEqualTo(200);
    }

    private static Response with(String subject) {
        String token = Tokens.sign(Tokens.claims("viewer").subject(subject));
        return given().auth().oauth2(token).get(STORES);
    }
}
