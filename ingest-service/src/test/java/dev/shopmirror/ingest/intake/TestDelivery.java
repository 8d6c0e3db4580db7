package dev.shopmirror.ingest.intake;

import static io.restassured.RestAssured.given;

import java.util.UUID;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

/** A delivery as Shopify sends it, to be changed and posted. */
final class TestDelivery {

    static final String SHOP = "acme.myshopify.com";

    private TestDelivery() {}

    static String newWebhookId() {
        return UUID.randomUUID().toString();
    }

    /** Signed and with everything it needs but a topic. */
    static RequestSpecification signed(byte[] body) {
        return unsigned(body)
                .header("X-Shopify-Hmac-Sha256", Signing.sign(Signing.CLIENT, body))
                .header("X-Shopify-Shop-Domain", SHOP);
    }

    static RequestSpecification unsigned(byte[] body) {
        EncoderConfig untouched = EncoderConfig.encoderConfig()
                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                .encodeContentTypeAs("application/x-www-form-urlencoded", ContentType.BINARY);
        return given().config(RestAssuredConfig.config().encoderConfig(untouched))
                .urlEncodingEnabled(false)
                .contentType("application/json")
                .body(body);
    }
}
