package dev.shopmirror.admin.redrive;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.shopmirror.admin.Tokens;
import dev.shopmirror.admin.WithAdminEnvironment;
import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.WithPostgres;

@QuarkusTest
@WithPostgres(login = PostgresLogin.ADMIN)
@WithAdminEnvironment
class RedriveAccessTest {

    @ParameterizedTest
    @CsvSource({
        "GET,/api/admin/dead-letters",
        "POST,/api/admin/dead-letters/redrive",
        "GET,/api/admin/dead-letters/redrives",
        "GET,/api/admin/dead-letters/redrives/{id}",
        "POST,/api/admin/dead-letters/redrives/{id}/cancel",
        "GET,/api/admin/deliveries",
        "GET,/api/admin/deliveries/{id}",
        "GET,/api/admin/products",
        "GET,/api/admin/products/{id}"
    })
    void noRouteOpensWithoutAToken(String method, String route) {
        call(given(), method, route).statusCode(401).body("code", equalTo("unauthenticated"));
    }

    @ParameterizedTest
    @CsvSource({"POST,/api/admin/dead-letters/redrive", "POST,/api/admin/dead-letters/redrives/{id}/cancel"})
    void viewerSetsNothingOff(String method, String route) {
        call(given().auth().oauth2(Tokens.viewer()), method, route)
                .statusCode(403)
                .body("code", equalTo("forbidden"));
    }

    private static ValidatableResponse call(RequestSpecification request, String method, String route) {
        return request.contentType("application/json")
                .body(method.equals("POST") ? Map.of("all", true) : "")
                .request(method, route.replace("{id}", UUID.randomUUID().toString()))
                .then();
    }
}
