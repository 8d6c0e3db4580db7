package dev.shopmirror.admin;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;

import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.crypto.spec.SecretKeySpec;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.WithPostgres;

@QuarkusTest
@WithPostgres(login = PostgresLogin.ADMIN)
@WithAdminEnvironment
class AccessTest {

    private static final String STORES = "/api/admin/stores";

    /** What deploy/README.md says a token carries. */
    private static Map<String, Object> documentedClaims() {
        long now = Instant.now().getEpochSecond();
        return Map.of(
                "iss",
                AdminEnvironment.ISSUER,
                "aud",
                AdminEnvironment.AUDIENCE,
                "sub",
                "olga@example.com",
                "groups",
                List.of("operator"),
                "iat",
                now,
                "exp",
                now + 300);
    }

    @Test
    void documentedClaimsAreEnough() {
        with(Tokens.ofExactly(documentedClaims())).get(STORES).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "aud", "sub", "iat", "exp"})
    void noDocumentedClaimMayBeMissing(String claim) {
        Map<String, Object> claims = new HashMap<>(documentedClaims());
        claims.remove(claim);

        refused(Tokens.ofExactly(claims));
    }

    private static String spoilt(String claim, Object value) {
        Map<String, Object> claims = new HashMap<>(documentedClaims());
        claims.put("iat", Instant.now().minus(Duration.ofHours(1)).getEpochSecond());
        claims.put(claim, value);
        return Tokens.ofExactly(claims);
    }

    /** MicroProfile JWT would take another claim for a name; the audit log does not. */
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void claimsThatNameNobodyAreRefused(String subject) {
        Map<String, Object> claims = new HashMap<>(documentedClaims());
        claims.put("upn", "olga@example.com");
        claims.put("sub", subject);
        refused(Tokens.ofExactly(claims));

        claims.remove("sub");
        refused(Tokens.ofExactly(claims));
    }

    @Test
    void viewerReads() {
        with(Tokens.viewer()).get(STORES).then().statusCode(200);
    }

    @Test
    void operatorReadsToo() {
        with(Tokens.operator()).get(STORES).then().statusCode(200);
    }

    /** Clocks may differ by 30 s. */
    @ParameterizedTest
    @CsvSource({"exp,-10", "nbf,10"})
    void clocksMayDifferALittle(String claim, long seconds) {
        with(spoilt(claim, Instant.now().getEpochSecond() + seconds))
                .get(STORES)
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"exp,-60", "nbf,60"})
    void tokenIsRefusedOutsideItsTime(String claim, long seconds) {
        refused(spoilt(claim, Instant.now().getEpochSecond() + seconds));
    }

    @Test
    void tokenOfAnotherIssuerIsRefused() {
        refused(Tokens.sign(Tokens.claims("operator").issuer("https://other.example.com")));
    }

    @Test
    void tokenForAnotherAudienceIsRefused() {
        refused(Tokens.sign(Tokens.claims("operator").audience("another-api")));
    }

    @Test
    void tokenOfAnotherKeyIsRefused() throws NoSuchAlgorithmException {
        PrivateKey other = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate();

        refused(Tokens.claims("operator").sign(other));
    }

    /** The trap of verifying "with the key" whatever the header says: the public key as a shared secret. */
    @Test
    void publicKeyDoesNotServeAsASharedSecret() {
        byte[] publicKey = Tokens.content(AdminEnvironment.PUBLIC_KEY).getBytes(StandardCharsets.UTF_8);

        refused(Tokens.claims("operator").sign(new SecretKeySpec(publicKey, "HmacSHA256")));
    }

    @Test
    void unsignedTokenIsRefused() {
        String claims = Tokens.sign(Tokens.claims("operator")).split("\\.")[1];
        String header = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));

        refused(header + "." + claims + ".");
    }

    @Test
    void textThatIsNoTokenIsRefused() {
        refused("operator");
    }

    @Test
    void headIsAGetWithoutABody() {
        given().head(STORES).then().statusCode(401).body(emptyString());
        with(Tokens.viewer()).head(STORES).then().statusCode(200).body(emptyString());
    }

    /** Which methods there are is no secret: they are at /q/openapi. */
    @Test
    void optionsTellTheMethodsAndNothingElse() {
        given().options(STORES)
                .then()
                .statusCode(200)
                .header("Allow", containsString("POST"))
                .body(emptyString());
        with(Tokens.viewer()).options(STORES).then().statusCode(200).body(emptyString());
    }

    @Test
    void healthIsOpen() {
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void openApiDescribesTheRoutesAndTheirSecurity() {
        given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("openapi", containsString("3.1"))
                .body("paths.'/api/admin/webhooks/register'.post.security[0].token", equalTo(List.of("operator")))
                .body("components.securitySchemes.token.scheme", equalTo("bearer"));
    }

    private static void refused(String token) {
        with(token)
                .get(STORES)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer error=\"invalid_token\"")
                .body("code", equalTo("unauthenticated"));
    }

    private static RequestSpecification with(String token) {
        return given().auth().oauth2(token);
    }
}
