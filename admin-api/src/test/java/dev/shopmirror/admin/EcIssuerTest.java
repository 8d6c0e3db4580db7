package dev.shopmirror.admin;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.WithPostgres;

@QuarkusTest
@WithPostgres(login = PostgresLogin.ADMIN)
@WithAdminEnvironment
@WithTestResource(value = EcIssuer.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class EcIssuerTest {

    @Test
    void es256TokenIsAccepted() {
        list(Tokens.sign(Tokens.claims("viewer"), "any", "EC", EcIssuer.SIGNING_KEY))
                .statusCode(200);
    }

    @Test
    void rs256TokenIsRefused() {
        list(Tokens.viewer()).statusCode(401);
    }

    private static ValidatableResponse list(String token) {
        return given().auth().oauth2(token).get("/api/admin/stores").then();
    }
}
