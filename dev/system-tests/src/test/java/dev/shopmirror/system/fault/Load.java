package dev.shopmirror.system.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import net.jqwik.api.RandomGenerator;

import dev.shopmirror.simulator.ShopifySimulator;
import dev.shopmirror.simulator.delivery.DeliveryOptions;
import dev.shopmirror.simulator.shop.Shop;
import dev.shopmirror.system.cluster.SimulatedShops;
import dev.shopmirror.system.history.Action;
import dev.shopmirror.system.history.Histories;
import dev.shopmirror.system.history.Merchant;
import dev.shopmirror.system.route.UnreliableRoute;

/** Merchants of several shops who change things all the time, until they are stopped. */
final class Load {

    private static final int SHOPS = 6;
    private static final int PLANNED_ACTIONS = 1_000;

    /** A busy shop, not a flood: faults are to meet a service at work, not one that is behind. */
    private static final int MILLIS_BETWEEN = 20;

    private static final double TROUBLE = 0.05;
    private static final Duration SETTLING = Duration.ofMinutes(3);

    private final List<Shop> shops = new ArrayList<>();
    private final List<Future<?>> merchants = new ArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(SHOPS);
    private final AtomicLong actions = new AtomicLong();
    private volatile boolean stopped;

    private Load() {}

    static Load start(ShopifySimulator simulator, UnreliableRoute route, Random random) throws Exception {
        Load load = new Load();
        for (int i = 0; i < SHOPS; i++) {
            Shop shop = simulator.shop("load-" + UUID.randomUUID() + ".myshopify.com");
            DeliveryOptions options = shop.deliveryOptions();
            shop.deliveryOptions(options.withDuplicates(0.05)
                    .withDisorder(0.2)
                    .withDelay(0, 300)
                    .withSeed(random.nextLong()));
            route.trouble(shop.domain(), TROUBLE, random.nextLong());
            SimulatedShops.subscribe(shop, route.url());
            load.shops.add(shop);
        }
        SimulatedShops.addStores(load.domains());
        load.shops.forEach(shop -> load.act(shop, new Random(random.nextLong())));
        return load;
    }

    List<Shop> shops() {
        return shops;
    }

    List<String> domains() {
        return shops.stream().map(Shop::domain).toList();
    }

    long actions() {
        return actions.get();
    }

    /** No action any more; waits until the simulator has delivered everything. */
    void stop() throws Exception {
        stopped = true;
        threads.shutdown();
        for (Future<?> merchant : merchants) {
            merchant.get();
        }
        for (Shop shop : shops) {
            if (!shop.awaitSettled(SETTLING)) {
                throw new IllegalStateException("Deliveries are still under way after " + SETTLING);
            }
        }
    }

    private void act(Shop shop, Random random) {
        List<Action> plan = plan(random);
        Merchant merchant = new Merchant(shop);
        merchants.add(threads.submit(() -> {
            for (int i = 0; !stopped; i++) {
                plan.get(i % plan.size()).perform(merchant);
                actions.incrementAndGet();
                Thread.sleep(MILLIS_BETWEEN);
            }
            return null;
        }));
    }

    /** Drawn beforehand: jqwik draws on the thread of its session only. */
    private static List<Action> plan(Random random) {
        RandomGenerator<Action> generator = Histories.action().generator(1000);
        return Stream.generate(() -> generator.next(random).value())
                .limit(PLANNED_ACTIONS)
                .toList();
    }
}
