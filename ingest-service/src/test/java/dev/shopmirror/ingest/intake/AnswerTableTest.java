package dev.shopmirror.ingest.intake;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.shopmirror.localstack.WithKafka;

/** Each row of the answer table, in its order. */
@QuarkusTest
@WithKafka
@WithSecrets
class AnswerTableTest {

    private static final String ENDPOINT = "/api/shopify/webhooks";
    private static final byte[] BODY = "{\"id\":788032119674292922}".getBytes(UTF_8);

    @ParameterizedTest
    @EnumSource(
            value = Method.class,
            names = {"GET", "PUT", "DELETE", "PATCH", "OPTIONS"})
    void whatIsNotAPostIsNotAllowed(Method method) {
        for (String path : new String[] {ENDPOINT, ENDPOINT + "/products/update"}) {
            problem(given().request(method, path).then(), 405, "Method not allowed")
                    .header("Allow", "POST");
        }
    }

    @Test
    void headIsNotAllowedEither() {
        given().head(ENDPOINT + "/products/update").then().statusCode(405).header("Allow", "POST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fake-hmac", "!!", "", "86Bvx6ScpeF1IdwtUwLzXdxf6fZAAKoyjNaf/pHe73A="})
    void wrongOrMalformedSignatureIsRefused(String signature) {
        var delivery = TestDelivery.unsigned(BODY)
                .header("X-Shopify-Hmac-Sha256", signature)
                .header("X-Shopify-Shop-Domain", TestDelivery.SHOP);

        problem(delivery.post(ENDPOINT + "/products/create").then(), 401, "Invalid HMAC signature");
    }

    @Test
    void unsignedDeliveryIsRefusedWhateverElseIsWrongWithIt() {
        problem(TestDelivery.unsigned(BODY).post(ENDPOINT).then(), 401, "Invalid HMAC signature");
        problem(given().post(ENDPOINT).then(), 401, "Invalid HMAC signature");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acme.example.com",
                "evil.com#.myshopify.com",
                "acme.myshopify.com.evil.com",
                "-acme.myshopify.com",
                "acme.myshopify.com.",
                "127.0.0.1"
            })
    void shopThatIsNoneIsABadRequest(String shop) {
        var delivery = TestDelivery.unsigned(BODY)
                .header("X-Shopify-Hmac-Sha256", Signing.sign(Signing.CLIENT, BODY))
                .header("X-Shopify-Shop-Domain", shop);

        problem(delivery.post(ENDPOINT + "/products/update").then(), 400, "Invalid shop domain");
    }

    @Test
    void missingShopIsABadRequest() {
        var delivery = TestDelivery.unsigned(BODY).header("X-Shopify-Hmac-Sha256", Signing.sign(Signing.CLIENT, BODY));

        problem(delivery.post(ENDPOINT + "/products/update").then(), 400, "Invalid shop domain");
    }

    @ParameterizedTest
    @ValueSource(strings = {ENDPOINT, ENDPOINT + "/"})
    void deliveryWithoutAnyTopicIsABadRequest(String path) {
        problem(TestDelivery.signed(BODY).post(path).then(), 400, "Missing topic");
    }

    @ParameterizedTest
    @CsvSource({
        "client, " + Signing.CLIENT,
        "client-previous, " + Signing.CLIENT_PREVIOUS,
        "store-notification, " + Signing.STORE_NOTIFICATION
    })
    void deliverySignedWithAnyLoadedSecretIsQueued(String name, String secret) {
        double before = accepted(name);
        var delivery = TestDelivery.unsigned(BODY)
                .header("X-Shopify-Hmac-Sha256", Signing.sign(secret, BODY))
                .header("X-Shopify-Shop-Domain", TestDelivery.SHOP);

        queued(delivery.post(ENDPOINT + "/products/update").then());
        assertThat(accepted(name)).isEqualTo(before + 1);
    }

    @Test
    void nextGenerationHeadersAreUnderstood() {
        queued(TestDelivery.unsigned(BODY)
                .header("shopify-hmac-sha256", Signing.sign(Signing.CLIENT, BODY))
                .header("shopify-shop-domain", TestDelivery.SHOP)
                .header("shopify-topic", "products/update")
                .post(ENDPOINT)
                .then());
    }

    @ParameterizedTest
    @ValueSource(strings = {"no/such_topic", "customer.tags_added", "products/update/", "products%2Fupdate"})
    void anyTopicIsQueued(String topic) {
        queued(TestDelivery.signed(BODY).post(ENDPOINT + "/" + topic).then());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"id\":", "not json", "[1]", "{\"id\":null}"})
    void brokenJsonIsQueued(String body) {
        queued(TestDelivery.signed(body.getBytes(UTF_8))
                .post(ENDPOINT + "/products/update")
                .then());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xml", "*/*", ";;"})
    void whatTheSenderLikesToReadChangesNothing(String accept) {
        queued(TestDelivery.signed(BODY)
                .header("Accept", accept)
                .post(ENDPOINT + "/products/update")
                .then());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "nonsense"
            })
    void whatTheSenderCallsTheBodyChangesNothing(String contentType) {
        queued(TestDelivery.signed(BODY)
                .contentType(contentType)
                .post(ENDPOINT + "/products/update")
                .then());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nope", "/api/shopify", "/api/shopify/webhooksx", "/q/nope"})
    void otherPathsAreNotFound(String path) {
        problem(TestDelivery.signed(BODY).post(path).then(), 404, "Not found");
    }

    private static double accepted(String secret) {
        String metrics = given().get("/q/metrics").asString();
        String sample = metrics.lines()
                .filter(line -> line.startsWith("shopmirror_ingest_deliveries_total"))
                .filter(line -> line.contains("\"accepted\"") && line.contains('"' + secret + '"'))
                .findFirst()
                .orElseThrow();
        return Double.parseDouble(sample.substring(sample.lastIndexOf(' ') + 1));
    }

    private static void queued(ValidatableResponse answer) {
        answer.statusCode(200)
                .contentType("application/json")
                .body(equalTo("{\"message\":\"Webhook queued\"}"))
                .header("Retry-After", nullValue());
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status, String title) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body("type", matchesPattern("urn:shopmirror:problem:[a-z-]+"))
                .body("title", equalTo(title))
                .body("status", equalTo(status))
                .body("detail", not(equalTo("")));
    }
}
