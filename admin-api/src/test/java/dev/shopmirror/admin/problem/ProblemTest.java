package dev.shopmirror.admin.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

import dev.shopmirror.admin.Tokens;
import dev.shopmirror.admin.WithAdminEnvironment;
import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.WithPostgres;

@QuarkusTest
@WithPostgres(login = PostgresLogin.ADMIN)
@WithAdminEnvironment
class ProblemTest {

    private static final String STORES = "/api/admin/stores";

    @Test
    void unknownAddressIsAProblem() {
        problem(operator().get("/api/admin/nothing").then(), 404, "not-found")
                .body("instance", equalTo("/api/admin/nothing"));
    }

    @Test
    void addressOutsideTheApiIsAProblemToo() {
        problem(given().get("/nothing").then(), 404, "not-found");
    }

    @Test
    void methodThatIsNotThereIsAProblem() {
        problem(operator().delete(STORES).then(), 405, "method-not-allowed");
    }

    @Test
    void parameterOfTheWrongTypeIsNoUnknownAddress() {
        problem(operator().get(STORES + "?limit=abc").then(), 400, "invalid-request")
                .body("errors[0].field", equalTo("limit"));
    }

    @Test
    void bodyBeyondTheLimitIsAProblem() {
        problem(post("{\"name\":\"" + "x".repeat(300_000) + "\"}"), 413, "body-too-large");
    }

    @Test
    void bodyThatIsNotJsonTypedIsAProblem() {
        problem(operator().contentType("text/plain").body("{}").post(STORES).then(), 415, "unsupported-media-type");
    }

    @Test
    void answerThatCannotBeGivenIsAProblem() {
        problem(operator().accept("text/csv").get(STORES).then(), 406, "not-acceptable");
    }

    @Test
    void brokenJsonIsAProblemWithoutTheParsersWords() {
        problem(post("{\"name\": "), 400, "invalid-request").body("detail", not(containsString("jackson")));
    }

    @Test
    void missingBodyIsAProblem() {
        problem(operator().contentType("application/json").post(STORES).then(), 400, "invalid-request");
    }

    @Test
    void jsonThatIsNoObjectIsAProblem() {
        problem(post("[1, 2]"), 400, "invalid-request");
    }

    @Test
    void fieldOfTheWrongTypeIsNamed() {
        problem(post("{\"shopDomain\": {\"a\": 1}}"), 400, "invalid-request")
                .body("errors[0].field", equalTo("shopDomain"));
    }

    @Test
    void fieldThatIsNotKnownIsNamedAsSuch() {
        problem(post("{\"accesToken\": \"shpat_1\"}"), 400, "invalid-request")
                .body("errors[0].field", equalTo("accesToken"))
                .body("errors[0].message", allOf(startsWith("is not known here"), containsString(" accessToken,")));
    }

    @Test
    void codesAreUnique() {
        assertThat(Problem.values()).extracting(Problem::type).doesNotHaveDuplicates();
    }

    private static ValidatableResponse post(String body) {
        return operator()
                .contentType("application/json")
                .body(body)
                .post(STORES)
                .then();
    }

    private static ValidatableResponse problem(ValidatableResponse response, int status, String code) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("code", equalTo(code))
                .body("type", equalTo("urn:shopmirror:problem:" + code));
    }

    private static RequestSpecification operator() {
        return given().auth().oauth2(Tokens.operator());
    }
}
