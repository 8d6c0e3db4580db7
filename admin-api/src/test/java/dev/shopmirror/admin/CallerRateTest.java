package dev.shopmirror.admin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.Map;
import java.util.function.Supplier;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.WithPostgres;

/** Callers that call too often. */
@QuarkusTest
@WithPostgres(login = PostgresLogin.ADMIN)
@WithAdminEnvironment
@TestProfile(CallerRateTest.FewRequests.class)
class CallerRateTest {

    private static final String STORES = "/api/admin/stores";
    private static final int BURST = 5;

    public static class FewRequests implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "shopmirror.rate-limit.per-second", "1", "shopmirror.rate-limit.burst", Integer.toString(BURST));
        }
    }

    @Test
    void callerThatCallsTooOftenIsToldWhenToGoOn() {
        AnswerHeadersTest.forbidding(held(() -> list("hasty@example.com"), 200));

        assertThat(list("patient@example.com").statusCode()).isEqualTo(200);
    }

    @Test
    void callerWhoseRoleIsRefusedIsHeldOffToo() {
        held(() -> create("curious@example.com"), 403);

        assertThat(create("modest@example.com").statusCode()).isEqualTo(403);
    }

    @Test
    void callersWithoutAValidTokenAreHeldOffByTheirAddress() {
        held(() -> given().get(STORES), 401);
        held(() -> given().auth().oauth2("guessed").get(STORES), 401);

        assertThat(list("known@example.com").statusCode()).isEqualTo(200);
    }

    /** Sends the same until it is no longer answered with the status. */
    private static ValidatableResponse held(Supplier<Response> request, int status) {
        Response last = request.get();
        for (int i = 0; i < 50 * BURST && last.statusCode() == status; i++) {
            last = request.get();
        }
        return last.then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", equalTo("1"))
                .body("code", equalTo("too-many-requests"));
    }

    private static Response list(String subject) {
        return viewer(subject).get(STORES);
    }

    private static Response create(String subject) {
        return viewer(subject).contentType("application/json").body("{}").post(STORES);
    }

    private static RequestSpecification viewer(String subject) {
        return given().auth().oauth2(Tokens.sign(Tokens.claims("viewer").subject(subject)));
    }
}
