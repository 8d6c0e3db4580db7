package dev.shopmirror.simulator;

import static dev.shopmirror.simulator.Caller.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.shopmirror.simulator.courier.HmacSigner;
import dev.shopmirror.simulator.delivery.DeliveryAttempt;
import dev.shopmirror.simulator.json.InvalidBody;
import dev.shopmirror.simulator.shop.RawDelivery;
import dev.shopmirror.simulator.shop.Shop;

class RawDeliveryTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final ShopifySimulator simulator = ShopifySimulator.start(SimulatorOptions.defaults()
            .withClientSecret("shpss_test")
            .withLocalhostAddresses(true)
            .withRetryTimeScale(0.00001));
    private final Shop shop = simulator.shop(Caller.SHOP);

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void capturedBodyIsResentUnderAnotherTopicByteForByte() throws Exception {
        try (Sink sink = Sink.answering(200)) {
            subscribe("products/update", sink.url("/update"));
            subscribe("products/delete", sink.url("/delete"));
            shop.putProduct(1, json("{}"));
            shop.putProduct(1, json("{'title':'Salt & <pepper>/ü'}"));
            assertThat(shop.awaitSettled(SOON)).isTrue();
            byte[] captured = sink.bodies().get(0).getBytes(UTF_8);

            List<String> sent = shop.send(new RawDelivery("products/delete", captured));
            assertThat(shop.awaitSettled(SOON)).isTrue();

            Sink.Received resent = sink.received().get(1);
            assertThat(resent.path()).isEqualTo("/delete");
            assertThat(resent.body()).isEqualTo(sink.bodies().get(0));
            assertThat(resent.header("X-Shopify-Topic")).isEqualTo("products/delete");
            assertThat(resent.header("X-Shopify-Hmac-Sha256"))
                    .isEqualTo(sink.received().get(0).header("X-Shopify-Hmac-Sha256"));
            assertThat(sent).containsExactly(resent.webhookId());
            assertThat(shop.product(1)).isPresent();
        }
    }

    @Test
    void poisonIsSignedRetriedAndLoggedAsAnyDelivery() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        try (Sink sink = Sink.answering(request -> calls.incrementAndGet() <= 2 ? 503 : 200)) {
            byte[] poison = "{\"id\":1,\"title\":\"".getBytes(UTF_8);

            shop.send(new RawDelivery("products/update", poison).to(URI.create(sink.url("/anywhere"))));
            assertThat(shop.awaitSettled(SOON)).isTrue();

            assertThat(sink.received()).hasSize(3).allMatch(request -> request.path()
                    .equals("/anywhere"));
            assertThat(sink.received().get(2).header("X-Shopify-Hmac-Sha256"))
                    .isEqualTo(new HmacSigner("shpss_test").sign(poison));
            assertThat(shop.deliveries().stream().map(DeliveryAttempt::status)).containsExactly(503, 503, 200);
            assertThat(shop.deliveries()).allMatch(attempt -> attempt.subscriptionId() == 0);
        }
    }

    @Test
    void idsMomentAndHeadersAreThoseGiven() throws Exception {
        try (Sink sink = Sink.answering(200)) {
            Instant far = Instant.parse("2099-01-01T00:00:00.000001Z");

            shop.send(new RawDelivery("products/update", json("{'id':1}"))
                    .to(URI.create(sink.url("/hooks")))
                    .withWebhookId("webhook-1")
                    .withEventId("event-1")
                    .withTriggeredAt(far)
                    .asTest()
                    .withHeader("x-shopify-shop-domain", "other.myshopify.com")
                    .withoutHeader("X-Shopify-API-Version"));
            assertThat(shop.awaitSettled(SOON)).isTrue();

            Sink.Received received = sink.received().get(0);
            assertThat(received.webhookId()).isEqualTo("webhook-1");
            assertThat(received.header("X-Shopify-Event-Id")).isEqualTo("event-1");
            assertThat(received.header("X-Shopify-Triggered-At")).isEqualTo("2099-01-01T00:00:00.000001Z");
            assertThat(received.header("X-Shopify-Test")).isEqualTo("true");
            assertThat(received.header("X-Shopify-Shop-Domain")).isEqualTo("other.myshopify.com");
            assertThat(received.headers()).doesNotContainKey("X-Shopify-API-Version");
            DeliveryAttempt logged = shop.deliveries().get(0);
            assertThat(logged.webhookId()).isEqualTo("webhook-1");
            assertThat(logged.eventId()).isEqualTo("event-1");
            assertThat(logged.triggeredAt()).isEqualTo(far);
        }
    }

    @Test
    void deliveryToNobodyOrWithAnImpossibleHeaderIsRefused() {
        RawDelivery delivery = new RawDelivery("products/update", json("{}"));

        assertThatExceptionOfType(InvalidBody.class)
                .isThrownBy(() -> shop.send(delivery))
                .withMessage("nobody is subscribed to products/update: give an address");
        assertThatExceptionOfType(InvalidBody.class)
                .isThrownBy(() -> shop.send(delivery.to(URI.create("mailto:owner@example.com"))))
                .withMessageContaining("http or https URL");
        assertThatExceptionOfType(InvalidBody.class)
                .isThrownBy(() -> delivery.withHeader("Host", "example.com"))
                .withMessageContaining("header Host cannot be sent");
        assertThatExceptionOfType(InvalidBody.class)
                .isThrownBy(() -> delivery.withWebhookId("two\nlines"))
                .withMessageContaining("X-Shopify-Webhook-Id");
    }

    private void subscribe(String topic, String address) throws Exception {
        shop.subscriptions().create(json("{'topic':'" + topic + "','address':'" + address + "'}"), shop.now());
    }
}
