package dev.shopmirror.system.convergence;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.awaitility.core.ConditionTimeoutException;

import dev.shopmirror.simulator.ShopifySimulator;
import dev.shopmirror.simulator.SimulatorOptions;
import dev.shopmirror.simulator.shop.Shop;
import dev.shopmirror.system.cluster.Cluster;
import dev.shopmirror.system.cluster.SimulatedShops;
import dev.shopmirror.system.history.History;
import dev.shopmirror.system.mirror.Ledger;
import dev.shopmirror.system.mirror.Mirror;
import dev.shopmirror.system.route.Traffic;
import dev.shopmirror.system.route.UnreliableRoute;

/** Lets histories happen side by side, each in a shop of its own, and compares the rows with the shops. */
final class Trial {

    /** All nine attempts within two seconds. */
    private static final double RETRY_TIME_SCALE = 0.0001;

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final UnreliableRoute route;

    Trial(UnreliableRoute route) {
        this.route = route;
    }

    List<Verdict> run(List<History> histories) throws Exception {
        SimulatorOptions options = SimulatorOptions.defaults()
                .withClientSecret(Cluster.SECRET)
                .withLocalhostAddresses(true)
                .withRetryTimeScale(RETRY_TIME_SCALE);
        try (ShopifySimulator simulator = ShopifySimulator.start(options)) {
            Map<Shop, History> shops = new LinkedHashMap<>();
            histories.forEach(history -> shops.put(open(simulator, history), history));
            SimulatedShops.addStores(shops.keySet().stream().map(Shop::domain).toList());
            happen(shops);
            awaitWorkedOff(shops);
            return verdicts(shops);
        }
    }

    private Shop open(ShopifySimulator simulator, History history) {
        Shop shop = simulator.shop("history-" + UUID.randomUUID() + ".myshopify.com");
        SimulatedShops.subscribe(shop, route.url());
        shop.deliveryOptions(history.delivery().over(shop.deliveryOptions()));
        route.trouble(
                shop.domain(), history.delivery().trouble(), history.delivery().seed());
        return shop;
    }

    private static void happen(Map<Shop, History> shops) throws Exception {
        ExecutorService merchants = Executors.newFixedThreadPool(shops.size());
        try {
            List<Callable<Boolean>> all = new ArrayList<>();
            shops.forEach((shop, history) -> all.add(() -> {
                history.happenIn(shop);
                return shop.awaitSettled(PATIENCE);
            }));
            for (Future<Boolean> settled : merchants.invokeAll(all)) {
                if (!settled.get()) {
                    throw new IllegalStateException("Deliveries are still under way after " + PATIENCE);
                }
            }
        } finally {
            merchants.shutdownNow();
        }
    }

    /** Also the records of which Shopify was told nothing, and duplicates: they must do no harm. */
    private void awaitWorkedOff(Map<Shop, History> shops) {
        List<String> domains = shops.keySet().stream().map(Shop::domain).toList();
        try {
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> {
                Ledger ledger = Ledger.of(domains);
                return domains.stream().allMatch(shop -> ledger.isDone(shop, route.traffic(shop)));
            });
        } catch (ConditionTimeoutException tooLong) {
            // the verdicts say what is missing
        }
    }

    private List<Verdict> verdicts(Map<Shop, History> shops) throws Exception {
        Ledger ledger = Ledger.of(shops.keySet().stream().map(Shop::domain).toList());
        Map<String, List<String>> differences = Mirror.differences(shops.keySet());
        List<Verdict> verdicts = new ArrayList<>();
        shops.forEach((shop, history) -> {
            List<String> wrong = new ArrayList<>(differences.get(shop.domain()));
            Traffic traffic = route.traffic(shop.domain());
            wrong.addAll(ledger.objections(shop.domain(), traffic));
            verdicts.add(new Verdict(
                    history,
                    Counts.of(history, shop, traffic, ledger.overtaken().getOrDefault(shop.domain(), 0)),
                    wrong));
        });
        return verdicts;
    }
}
