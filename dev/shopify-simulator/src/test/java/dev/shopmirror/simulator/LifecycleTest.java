package dev.shopmirror.simulator;

import static dev.shopmirror.simulator.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.shopmirror.simulator.shop.Shop;

class LifecycleTest {

    @Test
    void closedSimulatorLeavesNoThreadAlthoughDeliveriesWereDue() throws Exception {
        List<Thread> before = threads();
        try (Sink sink = Sink.answering(500);
                ShopifySimulator simulator =
                        ShopifySimulator.start(SimulatorOptions.defaults().withLocalhostAddresses(true))) {
            Shop shop = simulator.shop(Caller.SHOP);
            shop.subscriptions()
                    .create(json("{'topic':'products/create','address':'" + sink.url("/") + "'}"), shop.now());
            shop.putProduct(1, json("{}"));
            await().until(() -> shop.backlog().retrying() == 1);
        }

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            collectTheHttpClient();
            assertThat(threads()).isSubsetOf(before);
        });
    }

    @Test
    void takenPortIsNamed() {
        try (ShopifySimulator first = ShopifySimulator.start(SimulatorOptions.defaults())) {
            int port = Integer.parseInt(first.url().substring(first.url().lastIndexOf(':') + 1));

            assertThatThrownBy(() ->
                            ShopifySimulator.start(SimulatorOptions.defaults().withPort(port)))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("Port " + port);
        }
    }

    @Test
    void shopHasItsOwnTokenOrTheCommonOne() {
        try (ShopifySimulator simulator = ShopifySimulator.start(SimulatorOptions.defaults())) {
            assertThat(simulator.addShop("Own.myshopify.com", "shpat_own"))
                    .isSameAs(simulator.shop("own.myshopify.com"));
            assertThat(simulator.adminUrl("own.myshopify.com")).isEqualTo(simulator.url() + "/own.myshopify.com");
        }
    }

    @Test
    void optionsDoNotShowSecrets() {
        assertThat(SimulatorOptions.defaults().withClientSecret("shpss_hidden").withAccessToken("shpat_hidden"))
                .asString()
                .doesNotContain("hidden");
    }

    /** Before JDK 21 an HttpClient cannot be closed; its selector ends once the client is unreachable. */
    private static void collectTheHttpClient() {
        System.gc();
    }

    /** Of simulators; the tests' own clients and servers are not meant. */
    private static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("shopify-simulator")
                        || thread.getName().startsWith("HTTP-Dispatcher")
                        || thread.getName().startsWith("HttpClient-"))
                .toList();
    }
}
