package dev.shopmirror.simulator;

import static dev.shopmirror.simulator.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.shopmirror.simulator.delivery.DeliveryAttempt;
import dev.shopmirror.simulator.delivery.DeliveryOptions;
import dev.shopmirror.simulator.shop.Shop;

class UnreliableDeliveryTest {

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
    void retriesKeepWebhookIdBodyAndAddressOfTheTrigger() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        try (Sink sink = Sink.answering(request -> calls.incrementAndGet() <= 3 ? 503 : 200)) {
            long id = subscribe("products/create", sink.url("/old"));
            shop.deliveryOptions(shop.deliveryOptions().withPaused(true));
            shop.putProduct(1, json("{'title':'before'}"));
            shop.subscriptions().update(id, json("{'address':'" + sink.url("/new") + "'}"), shop.now());
            shop.putProduct(1, json("{'title':'after'}"));
            shop.deliveryOptions(shop.deliveryOptions().withPaused(false));
            assertThat(shop.awaitSettled(SOON)).isTrue();

            assertThat(sink.received()).hasSize(4);
            assertThat(distinct(sink, "X-Shopify-Webhook-Id")).hasSize(1);
            assertThat(distinct(sink, "X-Shopify-Triggered-At")).hasSize(1);
            assertThat(Set.copyOf(sink.bodies())).singleElement().asString().contains("before");
            assertThat(sink.received()).allMatch(request -> request.path().equals("/old"));
            assertThat(shop.deliveries().stream().map(DeliveryAttempt::attempt)).containsExactly(1, 2, 3, 4);
            assertThat(shop.deliveries().stream().map(DeliveryAttempt::status)).containsExactly(503, 503, 503, 200);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308, 400, 404, 410, 429, 500})
    void anythingButA2xxIsAFailureAndNoRedirectIsFollowed(int status) throws Exception {
        try (Sink sink = Sink.answering(status)) {
            subscribe("products/create", sink.url("/hooks"));

            shop.putProduct(1, json("{}"));
            assertThat(shop.awaitSettled(SOON)).isTrue();

            assertThat(sink.received()).hasSize(9).allMatch(request -> request.path()
                    .equals("/hooks"));
            assertThat(shop.deliveries())
                    .allMatch(attempt -> Integer.valueOf(status).equals(attempt.status()));
        }
    }

    @Test
    void subscriptionThatFailsEightTimesInARowIsRemoved() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        AtomicInteger subscriptionsAtEighthCall = new AtomicInteger(-1);
        try (Sink sink = Sink.answering(request -> {
            if (calls.incrementAndGet() == 8) {
                subscriptionsAtEighthCall.set(shop.subscriptions().all().size());
            }
            return 500;
        })) {
            subscribe("products/create", sink.url("/hooks"));

            shop.putProduct(1, json("{}"));
            assertThat(shop.awaitSettled(SOON)).isTrue();

            assertThat(subscriptionsAtEighthCall).hasValue(1);
            assertThat(sink.received()).hasSize(9);
            assertThat(shop.subscriptions().all()).isEmpty();
        }
    }

    @Test
    void unreachableAddressIsRetriedAndLogged() throws Exception {
        String nobody;
        try (Sink sink = Sink.answering(200)) {
            nobody = sink.url("/hooks");
        }
        subscribe("products/create", nobody);

        shop.putProduct(1, json("{}"));
        assertThat(shop.awaitSettled(SOON)).isTrue();

        assertThat(shop.deliveries()).hasSize(9).allMatch(attempt -> attempt.status() == null);
        assertThat(shop.deliveries()).allMatch(attempt -> "connection refused".equals(attempt.error()));
    }

    @Test
    void answerAfterFiveSecondsCountsAsFailure() throws Exception {
        CountDownLatch released = new CountDownLatch(1);
        AtomicInteger calls = new AtomicInteger();
        try (Sink sink = Sink.answering(request -> {
            if (calls.incrementAndGet() == 1) {
                await(released);
            }
            return 200;
        })) {
            subscribe("products/create", sink.url("/hooks"));

            shop.putProduct(1, json("{}"));
            assertThat(shop.awaitSettled(SOON)).isTrue();
            released.countDown();

            DeliveryAttempt first = shop.deliveries().get(0);
            assertThat(first.error()).isEqualTo("no complete answer within 5 s");
            assertThat(first.durationMillis()).isBetween(5_000L, 6_500L);
            assertThat(shop.deliveries().get(1).status()).isEqualTo(200);
        }
    }

    @Test
    void duplicatesComeUnderTheSameWebhookIdAndBytes() throws Exception {
        try (Sink sink = Sink.answering(200)) {
            subscribe("products/create", sink.url("/hooks"));
            shop.deliveryOptions(shop.deliveryOptions().withDuplicates(1));

            for (int id = 1; id <= 20; id++) {
                shop.putProduct(id, json("{}"));
            }
            assertThat(shop.awaitSettled(SOON)).isTrue();

            assertThat(sink.received()).hasSize(40);
            assertThat(distinct(sink, "X-Shopify-Webhook-Id")).hasSize(20);
            assertThat(Set.copyOf(sink.bodies())).hasSize(20);
            assertThat(shop.deliveries()).filteredOn(DeliveryAttempt::duplicate).hasSize(20);
        }
    }

    @Test
    void disorderLosesNothingAndIsTheSameForTheSameSeed() throws Exception {
        List<String> first = orderOfArrival(42);
        List<String> again = orderOfArrival(42);
        List<String> other = orderOfArrival(43);

        assertThat(first).hasSizeGreaterThan(100).isEqualTo(again).isNotEqualTo(other);
        assertThat(Set.copyOf(first)).hasSize(100).isEqualTo(Set.copyOf(other));
        List<String> firstOnes = first.stream().distinct().toList();
        assertThat(firstOnes).isNotEqualTo(firstOnes.stream().sorted().toList());
    }

    @Test
    void delayHoldsDeliveriesBackButNotTheirTriggerTime() throws Exception {
        try (Sink sink = Sink.answering(200)) {
            subscribe("products/create", sink.url("/hooks"));
            shop.deliveryOptions(shop.deliveryOptions().withDelay(300, 300));

            shop.putProduct(1, json("{}"));
            assertThat(shop.backlog().waiting()).isEqualTo(1);
            assertThat(shop.awaitSettled(SOON)).isTrue();

            DeliveryAttempt attempt = shop.deliveries().get(0);
            assertThat(Duration.between(attempt.triggeredAt(), attempt.startedAt()))
                    .isGreaterThanOrEqualTo(Duration.ofMillis(300));
        }
    }

    @Test
    void pausedShopSendsNothingAndForgetsNothing() throws Exception {
        try (Sink sink = Sink.answering(200)) {
            subscribe("products/create", sink.url("/hooks"));
            shop.deliveryOptions(shop.deliveryOptions().withPaused(true).withDisorder(1));

            shop.putProduct(1, json("{}"));
            shop.putProduct(2, json("{}"));
            assertThat(shop.awaitSettled(Duration.ofMillis(200))).isFalse();
            assertThat(sink.received()).isEmpty();
            assertThat(shop.backlog().waiting()).isEqualTo(2);
            shop.deliveryOptions(shop.deliveryOptions().withPaused(false));

            assertThat(shop.awaitSettled(SOON)).isTrue();
            assertThat(sink.received()).hasSize(2);
        }
    }

    private List<String> orderOfArrival(long seed) throws Exception {
        try (Sink sink = Sink.answering(200)) {
            Shop fresh = simulator.shop("seed-" + seed + '-' + System.nanoTime() + ".myshopify.com");
            fresh.subscriptions()
                    .create(json("{'topic':'products/create','address':'" + sink.url("/") + "'}"), fresh.now());
            DeliveryOptions options =
                    fresh.deliveryOptions().withSeed(seed).withDisorder(0.3).withDuplicates(0.2);
            fresh.deliveryOptions(options.withConcurrency(1).withPaused(true));
            for (int id = 1001; id <= 1100; id++) {
                fresh.putProduct(id, json("{}"));
            }
            fresh.deliveryOptions(fresh.deliveryOptions().withPaused(false));
            assertThat(fresh.awaitSettled(SOON)).isTrue();
            return sink.received().stream()
                    .map(request -> request.header("X-Shopify-Product-Id"))
                    .toList();
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
