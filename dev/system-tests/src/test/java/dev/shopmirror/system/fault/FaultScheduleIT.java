package dev.shopmirror.system.fault;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import net.jqwik.api.sessions.JqwikSession;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import dev.shopmirror.simulator.ShopifySimulator;
import dev.shopmirror.simulator.SimulatorOptions;
import dev.shopmirror.system.cluster.Cluster;
import dev.shopmirror.system.cluster.SimulatedShops;
import dev.shopmirror.system.mirror.Ledger;
import dev.shopmirror.system.mirror.Mirror;
import dev.shopmirror.system.route.UnreliableRoute;

/**
 * Whatever dies while shops are busy: nothing that was acknowledged is lost, no row is wrong, and only poison is put
 * aside. {@code -Dshopmirror.faults=200} for more of it, {@code -Dshopmirror.seed=…} for the same faults again.
 */
class FaultScheduleIT {

    private static final int FAULTS = Integer.getInteger("shopmirror.faults", 11);
    private static final long SEED = Long.getLong("shopmirror.seed", new Random().nextLong());

    /** All nine attempts of a delivery within a minute, so that they outlast any of the faults. */
    private static final double RETRY_TIME_SCALE = 0.004;

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static Cluster cluster;
    private static UnreliableRoute route;
    private static ShopifySimulator simulator;

    @BeforeAll
    static void start() throws Exception {
        cluster = Cluster.start("faults", 2, 2);
        route = UnreliableRoute.to(cluster.ingestUrls());
        simulator = ShopifySimulator.start(SimulatorOptions.defaults()
                .withClientSecret(Cluster.SECRET)
                .withLocalhostAddresses(true)
                .withRetryTimeScale(RETRY_TIME_SCALE));
        JqwikSession.start();
    }

    @AfterAll
    static void stop() throws Exception {
        JqwikSession.finish();
        simulator.close();
        route.close();
        cluster.close();
    }

    @Test
    @SuppressWarnings("SystemOut") // the seed belongs into the build's output, whatever comes of it
    void faultsLoseNothingAndLeaveNoWrongRow() throws Exception {
        System.out.println("Faults: -Dshopmirror.seed=" + SEED + " -Dshopmirror.faults=" + FAULTS);
        Random random = new Random(SEED);
        String poisonShop = "poison-" + UUID.randomUUID() + ".myshopify.com";
        SimulatedShops.addStores(List.of(poisonShop));
        Poison poison = new Poison(route.url(), poisonShop);
        Load load = Load.start(simulator, route, random);

        Map<FaultKind, Integer> injected = new Schedule(new Faults(cluster, random), poison, random).run(FAULTS);
        cluster.awaitReady();
        load.stop();

        awaitDone(load, poisonShop);
        List<String> everyShop = everyShop(load, poisonShop);
        Ledger ledger = Ledger.of(everyShop);
        Map<String, List<String>> differences = Mirror.differences(load.shops());
        assertThat(load.domains()).as("seed %d", SEED).allSatisfy(shop -> {
            assertThat(ledger.objections(shop, route.traffic(shop))).isEmpty();
            assertThat(differences.get(shop)).isEmpty();
        });
        assertThat(ledger.outcomes().get(poisonShop)).as("seed %d", SEED).isEqualTo(poison.expectedOutcomes());
        assertThat(Mirror.differences(List.of(simulator.shop(poisonShop))).get(poisonShop))
                .as("rows of a shop that has nothing, seed %d", SEED)
                .isEmpty();
        assertThat(ledger.byWayOfBulk()).as("seed %d", SEED).isPositive();
        int deadLetters = assertOnlyPoisonIsDeadLettered(poison, everyShop);
        System.out.printf(
                "Faults: %s; %d actions, %d events acknowledged, 0 lost, 0 wrong rows, %d planted, %d dead letters%n",
                injected, load.actions(), acknowledged(load), poison.planted().size(), deadLetters);
    }

    private static List<String> everyShop(Load load, String poisonShop) {
        List<String> shops = new ArrayList<>(load.domains());
        shops.add(poisonShop);
        return shops;
    }

    private static void awaitDone(Load load, String poisonShop) {
        try {
            await().atMost(PATIENCE).until(() -> isDone(load, poisonShop));
        } catch (ConditionTimeoutException tooLong) {
            // what is asserted next says what is missing
        }
    }

    private static boolean isDone(Load load, String poisonShop) throws Exception {
        Ledger ledger = Ledger.of(everyShop(load, poisonShop));
        return load.domains().stream().allMatch(shop -> ledger.isDone(shop, route.traffic(shop)))
                && Mirror.differences(load.shops()).values().stream().allMatch(List::isEmpty)
                && ledger.lost(poisonShop, route.traffic(poisonShop)).isEmpty();
    }

    /**
     * A post that was answered 503 may have been written, and the next one too: one delivery, two records. Each record
     * may be dead-lettered, and every delivery is, as it was sent.
     */
    private static int assertOnlyPoisonIsDeadLettered(Poison poison, Collection<String> shops) {
        Map<Position, Sent> records = Position.ofDeliveries(shops);
        Map<Position, Sent> deadLetters = Position.originsOfDeadLetters(shops);
        assertThat(deadLetters.values().stream().map(Sent::delivery).collect(toSet()))
                .as("seed %d", SEED)
                .isEqualTo(poison.planted());
        assertThat(deadLetters.entrySet()).as("seed %d", SEED).allMatch(entry -> entry.getValue()
                .equals(records.get(entry.getKey())));
        return deadLetters.size();
    }

    private static long acknowledged(Load load) {
        return load.domains().stream()
                .mapToLong(shop -> route.traffic(shop).acknowledged().size())
                .sum();
    }
}
