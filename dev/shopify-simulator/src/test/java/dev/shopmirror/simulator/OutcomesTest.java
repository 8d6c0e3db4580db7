package dev.shopmirror.simulator;

import static dev.shopmirror.simulator.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.shopmirror.simulator.delivery.DeliveryKey;
import dev.shopmirror.simulator.shop.RawDelivery;
import dev.shopmirror.simulator.shop.Shop;

class OutcomesTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final DeliveryKey KEY = new DeliveryKey("products/update", "webhook-1");

    private final ShopifySimulator simulator = ShopifySimulator.start(
            SimulatorOptions.defaults().withLocalhostAddresses(true).withRetryTimeScale(0.00001));
    private final Shop shop = simulator.shop(Caller.SHOP);

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void acknowledgedAndGivenUpDeliveriesAreToldApart() throws Exception {
        try (Sink sink = Sink.answering(request -> request.path().equals("/lost") ? 500 : 200)) {
            shop.send(raw(sink, "/lost"));
            shop.send(raw(sink, "/arrives").withWebhookId("webhook-2"));
            assertThat(shop.awaitSettled(SOON)).isTrue();

            assertThat(shop.givenUp()).containsExactly(KEY);
            assertThat(shop.acknowledged()).containsExactly(new DeliveryKey("products/update", "webhook-2"));
        }
    }

    @Test
    void retriedOrDuplicatedDeliveryIsAcknowledgedOnce() throws Exception {
        Set<String> failedOnce = ConcurrentHashMap.newKeySet();
        try (Sink sink = Sink.answering(request -> failedOnce.add(request.path()) ? 503 : 200)) {
            shop.deliveryOptions(shop.deliveryOptions().withDuplicates(1));

            shop.send(raw(sink, "/hooks"));
            assertThat(shop.awaitSettled(SOON)).isTrue();

            assertThat(sink.received()).hasSizeBetween(2, 3);
            assertThat(shop.acknowledged()).containsExactly(KEY);
            assertThat(shop.givenUp()).isEmpty();
        }
    }

    private static RawDelivery raw(Sink sink, String path) {
        return new RawDelivery("products/update", json("{'id':1}"))
                .to(URI.create(sink.url(path)))
                .withWebhookId("webhook-1");
    }
}
