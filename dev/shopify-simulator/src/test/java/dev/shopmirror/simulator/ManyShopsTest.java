package dev.shopmirror.simulator;

import static dev.shopmirror.simulator.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.shopmirror.simulator.shop.Shop;

class ManyShopsTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final ShopifySimulator simulator =
            ShopifySimulator.start(SimulatorOptions.defaults().withLocalhostAddresses(true));

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void sixHundredShopsShareTheThreadsOfOne() throws Exception {
        try (Sink sink = Sink.answering(200)) {
            deliverTo(sink, shops(1, 1));
            long threads = threads();

            List<Shop> shops = shops(2, 600);
            deliverTo(sink, shops);

            assertThat(threads()).isLessThanOrEqualTo(threads);
            assertThat(shops).allMatch(shop -> shop.acknowledged().size() == 2);
        }
    }

    @Test
    void removedShopIsGoneWithWhatItHadToDeliver() throws Exception {
        try (Sink sink = Sink.answering(500)) {
            Shop shop = simulator.addShop(Caller.SHOP, "shpat_acme");
            subscribe(shop, sink);
            shop.putProduct(1, json("{}"));
            await().until(() -> shop.backlog().retrying() == 1);
            shop.deliveryOptions(shop.deliveryOptions().withPaused(true).withDelay(1000, 1000));
            shop.putProduct(2, json("{}"));

            assertThat(simulator.removeShop(Caller.SHOP)).isTrue();
            assertThat(simulator.removeShop(Caller.SHOP)).isFalse();

            assertThat(shop.awaitSettled(SOON)).isTrue();
            assertThat(sink.received()).hasSize(1);
            Caller app = new Caller(simulator, "shpat_acme");
            assertThat(app.admin("GET", "webhooks.json", "").status()).isEqualTo(404);
            assertThat(simulator.shop(Caller.SHOP)).isNotSameAs(shop);
            assertThat(simulator.shop(Caller.SHOP).products()).isEmpty();
            assertThat(simulator.shop(Caller.SHOP).shopId()).isEqualTo(shop.shopId());
        }
    }

    private List<Shop> shops(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(number -> simulator.addShop("shop-" + number + ".myshopify.com", "shpat_" + number))
                .toList();
    }

    private static void deliverTo(Sink sink, List<Shop> shops) throws Exception {
        for (Shop shop : shops) {
            subscribe(shop, sink);
            // hundreds of connections at once on a busy machine: one may time out, and is retried
            shop.deliveryOptions(shop.deliveryOptions().withRetryTimeScale(0.001));
            shop.putProduct(1, json("{}"));
            shop.putProduct(2, json("{}"));
        }
        for (Shop shop : shops) {
            assertThat(shop.awaitSettled(SOON))
                    .as("%s %s", shop.backlog(), shop.deliveries())
                    .isTrue();
        }
    }

    private static void subscribe(Shop shop, Sink sink) throws Exception {
        shop.subscriptions()
                .create(json("{'topic':'products/create','address':'" + sink.url("/hooks") + "'}"), shop.now());
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("shopify-simulator")
                        || thread.getName().startsWith("HttpClient-"))
                .count();
    }
}
