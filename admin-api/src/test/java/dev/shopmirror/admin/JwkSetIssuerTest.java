package dev.shopmirror.admin;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.WithPostgres;

@QuarkusTest
@WithPostgres(login = PostgresLogin.ADMIN)
@WithAdminEnvironment
@WithTestResource(value = JwkSetIssuer.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class JwkSetIssuerTest {

    @ParameterizedTest
    @CsvSource({
        "rsa-1,RSA," + JwkSetIssuer.RSA_KEY + ",200",
        "ec-1,EC," + JwkSetIssuer.EC_KEY + ",200",
        // a key that the set does not name, one under another's name, and one that is not in the set
        "rsa-2,RSA," + JwkSetIssuer.RSA_KEY + ",401",
        "rsa-1,EC," + JwkSetIssuer.EC_KEY + ",401",
        "rsa-1,RSA," + AdminEnvironment.SIGNING_KEY + ",401"
    })
    void keysOfTheSetAloneOpen(String keyId, String algorithm, String key, int status) {
        String token = Tokens.sign(Tokens.claims("viewer"), keyId, algorithm, key);

        given().auth().oauth2(token).get("/api/admin/stores").then().statusCode(status);
    }
}
