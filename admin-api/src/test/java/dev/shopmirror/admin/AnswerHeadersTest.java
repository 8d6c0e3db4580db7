package dev.shopmirror.admin;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.WithPostgres;

/** What every answer carries, however far the request came. */
@QuarkusTest
@WithPostgres(login = PostgresLogin.ADMIN)
@WithAdminEnvironment
class AnswerHeadersTest {

    private static final String STORES = "/api/admin/stores";
    private static final String TOO_LARGE = "{\"name\":\"" + "x".repeat(300_000) + "\"}";

    private static final Map<String, Supplier<Response>> REQUESTS = Map.ofEntries(
            Map.entry("200 list", () -> viewer().get(STORES)),
            Map.entry("400 parameter", () -> viewer().get(STORES + "?limit=abc")),
            Map.entry("401 no token", () -> given().get(STORES)),
            Map.entry("401 no valid token", () -> given().auth().oauth2("x").get(STORES)),
            Map.entry(
                    "403 role",
                    () -> viewer().contentType("application/json").body("{}").post(STORES)),
            Map.entry("404 in the API", () -> viewer().get("/api/admin/nothing")),
            Map.entry("404 outside of it", () -> given().get("/nothing")),
            Map.entry("405 method", () -> viewer().delete(STORES)),
            Map.entry("413 announced", () -> json().body(TOO_LARGE).post(STORES)),
            Map.entry("413 chunked", () -> json().body(new ByteArrayInputStream(TOO_LARGE.getBytes(UTF_8)))
                    .post(STORES)),
            Map.entry(
                    "415 text",
                    () -> operator().contentType("text/plain").body("{}").post(STORES)));

    @TestFactory
    Stream<DynamicTest> everyAnswerForbidsWhatBrowsersWouldTry() {
        return REQUESTS.entrySet().stream()
                .map(request -> dynamicTest(
                        request.getKey(),
                        () -> check(request.getKey(), request.getValue().get())));
    }

    private static void check(String name, Response answer) {
        int status = Integer.parseInt(name.substring(0, 3));
        forbidding(answer.then().statusCode(status));
        if (status != 200) {
            answer.then().contentType("application/problem+json").body("status", equalTo(status));
        }
    }

    static ValidatableResponse forbidding(ValidatableResponse answer) {
        return answer.header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
                .header("Referrer-Policy", "no-referrer")
                .header("Strict-Transport-Security", "max-age=31536000");
    }

    private static RequestSpecification viewer() {
        return given().auth().oauth2(Tokens.viewer());
    }

    private static RequestSpecification operator() {
        return given().auth().oauth2(Tokens.operator());
    }

    private static RequestSpecification json() {
        return operator().contentType("application/json");
    }
}
