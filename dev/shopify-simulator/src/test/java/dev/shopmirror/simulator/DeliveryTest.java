package dev.shopmirror.simulator;

import static dev.shopmirror.simulator.Caller.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.shopmirror.simulator.courier.HmacSigner;
import dev.shopmirror.simulator.shop.Shop;

class DeliveryTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final double FAST = 0.00001;

    private final ShopifySimulator simulator = ShopifySimulator.start(SimulatorOptions.defaults()
            .withClientSecret("shpss_test")
            .withLocalhostAddresses(true)
            .withRetryTimeScale(FAST));
    private final Shop shop = simulator.shop(Caller.SHOP);

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void deliveryIsSignedOverItsBytesAndCarriesShopifysHeaders() throws Exception {
        try (Sink sink = Sink.answering(200)) {
            subscribe("products/create", sink.url("/hooks"));

            shop.putProduct(788032119674292922L, json("{'title':'Salt & <pepper>/ü'}"));
            assertThat(shop.awaitSettled(SOON)).isTrue();

            Sink.Received delivery = sink.received().get(0);
            assertThat(delivery.body()).contains("\"title\":\"Salt \\u0026 \\u003cpepper\\u003e\\/ü\"");
            assertThat(delivery.header("X-Shopify-Hmac-Sha256"))
                    .isEqualTo(new HmacSigner("shpss_test").sign(delivery.body().getBytes(UTF_8)));
            assertThat(delivery.header("X-Shopify-Topic")).isEqualTo("products/create");
            assertThat(delivery.header("X-Shopify-Shop-Domain")).isEqualTo(Caller.SHOP);
            assertThat(delivery.header("X-Shopify-API-Version")).isEqualTo("2026-10");
            assertThat(delivery.header("X-Shopify-Product-Id")).isEqualTo("788032119674292922");
            assertThat(delivery.header("X-Shopify-Triggered-At")).matches("[-\\dT:]+\\.\\d{6}Z");
            assertThat(delivery.webhookId()).hasSize(36);
            assertThat(delivery.header("X-Shopify-Event-Id")).hasSize(36).isNotEqualTo(delivery.webhookId());
            assertThat(delivery.header("User-Agent")).isEqualTo("Shopify-Captain-Hook");
            assertThat(delivery.header("Content-Type")).isEqualTo("application/json");
            assertThat(delivery.header("Accept")).isEqualTo("*/*");
        }
    }

    @Test
    void eachTopicGoesToItsSubscriptionsOnly() throws Exception {
        try (Sink sink = Sink.answering(200)) {
            subscribe("products/create", sink.url("/create"));
            subscribe("products/update", sink.url("/update"));
            subscribe("products/delete", sink.url("/delete"));

            shop.putProduct(1, json("{}"));
            shop.putProduct(1, json("{}"));
            shop.deleteProduct(1);
            assertThat(shop.deleteProduct(1)).isFalse();
            assertThat(shop.awaitSettled(SOON)).isTrue();

            assertThat(sink.received().stream().map(Sink.Received::path))
                    .containsExactlyInAnyOrder("/create", "/update", "/delete");
            assertThat(sink.bodies()).contains("{\"id\":1}");
        }
    }

    @Test
    void twoSubscriptionsOfATopicShareTheEventButNotTheWebhookId() throws Exception {
        try (Sink sink = Sink.answering(200)) {
            subscribe("products/create", sink.url("/one"));
            subscribe("products/create", sink.url("/two"));

            shop.putProduct(1, json("{}"));
            assertThat(shop.awaitSettled(SOON)).isTrue();

            assertThat(distinct(sink, "X-Shopify-Event-Id")).hasSize(1);
            assertThat(distinct(sink, "X-Shopify-Webhook-Id")).hasSize(2);
        }
    }

    @Test
    void firstStockOfAnItemIsOneActionWithConnectAndUpdate() throws Exception {
        try (Sink sink = Sink.answering(200)) {
            subscribe("inventory_levels/connect", sink.url("/connect"));
            subscribe("inventory_levels/update", sink.url("/update"));
            subscribe("inventory_levels/disconnect", sink.url("/disconnect"));

            shop.putInventoryLevel(
                    json("{'inventory_item_id':271878346596884015,'location_id':24826418,'available':10}"));
            assertThat(shop.awaitSettled(SOON)).isTrue();
            assertThat(distinct(sink, "X-Shopify-Event-Id")).hasSize(1);
            assertThat(distinct(sink, "X-Shopify-Triggered-At")).hasSize(2);

            shop.putInventoryLevel(
                    json("{'inventory_item_id':271878346596884015,'location_id':24826418,'available':null}"));
            assertThat(shop.awaitSettled(SOON)).isTrue();

            assertThat(sink.received().stream().map(Sink.Received::path))
                    .containsExactlyInAnyOrder("/connect", "/update", "/update");
            assertThat(sink.bodies().get(2))
                    .contains("\"available\":null")
                    .contains("gid:\\/\\/shopify\\/InventoryLevel\\/24826418?inventory_item_id=271878346596884015");
        }
    }

    @Test
    void fieldsOfASubscriptionTrimItsBodies() throws Exception {
        try (Sink sink = Sink.answering(200)) {
            shop.subscriptions()
                    .create(
                            json("{'topic':'products/create','address':'" + sink.url("/")
                                    + "','fields':['id','updated_at']}"),
                            shop.now());

            shop.putProduct(5, json("{'updated_at':'2026-11-23T12:00:05-05:00'}"));
            assertThat(shop.awaitSettled(SOON)).isTrue();

            assertThat(sink.bodies()).containsExactly("{\"id\":5,\"updated_at\":\"2026-11-23T12:00:05-05:00\"}");
        }
    }

    @Test
    void triggeredAtRisesWithEveryChangeOfAResource() throws Exception {
        try (Sink sink = Sink.answering(200)) {
            subscribe("products/update", sink.url("/hooks"));
            shop.deliveryOptions(shop.deliveryOptions().withConcurrency(1));
            for (int change = 0; change <= 200; change++) {
                shop.putProduct(1, json("{}"));
            }
            assertThat(shop.awaitSettled(SOON)).isTrue();

            List<Instant> times = sink.received().stream()
                    .map(request -> Instant.parse(request.header("X-Shopify-Triggered-At")))
                    .toList();
            assertThat(times).hasSize(200).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    void deliveriesGoInParallelUpToTheLimit() throws Exception {
        CountDownLatch allThere = new CountDownLatch(8);
        AtomicInteger together = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (Sink sink = Sink.answering(request -> {
            most.accumulateAndGet(together.incrementAndGet(), Math::max);
            allThere.countDown();
            await(allThere);
            together.decrementAndGet();
            return 200;
        })) {
            subscribe("products/create", sink.url("/hooks"));
            shop.deliveryOptions(shop.deliveryOptions().withConcurrency(8));
            for (int id = 1; id <= 24; id++) {
                shop.putProduct(id, json("{}"));
            }
            assertThat(shop.awaitSettled(SOON)).isTrue();

            assertThat(most).hasValue(8);
        }
    }

    private long subscribe(String topic, String address) throws Exception {
        return shop.subscriptions()
                .create(json("{'topic':'" + topic + "','address':'" + address + "'}"), shop.now())
                .id();
    }

    private static Set<String> distinct(Sink sink, String header) {
        return sink.received().stream().map(request -> request.header(header)).collect(Collectors.toSet());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
