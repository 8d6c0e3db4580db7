package dev.shopmirror.ingest.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliveryLogTest {

    private static final byte[] BODY = "{\"id\":1,\"title\":\"private\"}".getBytes(UTF_8);
    private static final Map<String, String> HEADERS = Map.of(
            "X-Shopify-Hmac-Sha256", "c2lnbmF0dXJl",
            "X-Shopify-Shop-Domain", "mystore.myshopify.com",
            "X-Shopify-Topic", "products/update",
            "X-Shopify-Webhook-Id", "w-1",
            "Content-Encoding", "br");

    private final Logger logger = Logger.getLogger(DeliveryLog.class.getName());
    private final List<String> lines = new ArrayList<>();
    private final Handler recorder = new Handler() {
        @Override
        public void publish(LogRecord logged) {
            Object[] parameters = logged.getParameters();
            lines.add(parameters == null ? logged.getMessage() : String.format(logged.getMessage(), parameters));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private final DeliveryLog log = new DeliveryLog();
    private final Delivery delivery = new Delivery(DeliveryHeaders.of(HEADERS.entrySet()), "", BODY, Instant.EPOCH);

    @BeforeEach
    void record() {
        logger.addHandler(recorder);
    }

    @AfterEach
    void stopRecording() {
        logger.removeHandler(recorder);
    }

    @Test
    void acceptedDeliveryIsNamedByTopicAndShop() {
        log.accepted(new AdmittedDelivery("mystore.myshopify.com", "products/update", "client", delivery), 12);

        assertThat(lines)
                .containsExactly("Received webhook: products/update from mystore.myshopify.com"
                        + " webhookId=w-1 bytes=26 durationMs=12");
    }

    @Test
    void refusedSignatureIsExplainedWithoutGivingAnythingAway() {
        log.unsigned(delivery, List.of("client", "client-previous"));

        assertThat(lines)
                .singleElement()
                .asString()
                .startsWith("Invalid HMAC signature: signature=present secretsTried=[client, client-previous] bytes=26")
                .contains("bodySha256=" + LogText.sha256(BODY))
                .contains("Content-Encoding=br")
                .contains("second app", "Settings > Notifications", "SHOPIFY_CLIENT_SECRET_PREVIOUS", "proxy")
                .doesNotContain("c2lnbmF0dXJl")
                .doesNotContain("private");
    }

    @Test
    void deliveryThatWasNotQueuedSaysWhy() {
        log.notQueued(
                new AdmittedDelivery("mystore.myshopify.com", "products/update", "client", delivery),
                "TimeoutException: late");

        assertThat(lines)
                .singleElement()
                .asString()
                .contains(
                        "topic=products/update shop=mystore.myshopify.com webhookId=w-1 reason=TimeoutException: late");
    }
}
