package dev.shopmirror.system.convergence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import dev.shopmirror.system.cluster.Cluster;
import dev.shopmirror.system.history.Histories;
import dev.shopmirror.system.history.History;
import dev.shopmirror.system.route.UnreliableRoute;

/**
 * Whatever happens in shops, and however the webhooks of it travel: when all have come, the rows are the shops' truth.
 * {@code -Dshopmirror.histories=20000} for more of it, {@code -Dshopmirror.seed=…} for the same again.
 */
class ConvergenceIT {

    private static final int HISTORIES = Integer.getInteger("shopmirror.histories", 500);
    private static final long SEED = Long.getLong("shopmirror.seed", new Random().nextLong());
    private static final int SIDE_BY_SIDE = 50;
    private static final Duration SHRINKING = Duration.ofMinutes(3);

    private static Cluster cluster;
    private static UnreliableRoute route;

    @BeforeAll
    static void start() throws Exception {
        cluster = Cluster.start("convergence", 1, 2);
        route = UnreliableRoute.to(cluster.ingestUrls());
        JqwikSession.start();
    }

    @AfterAll
    static void stop() throws Exception {
        JqwikSession.finish();
        route.close();
        cluster.close();
    }

    @Test
    @SuppressWarnings("SystemOut") // the seed belongs into the build's output, whatever comes of it
    void everyHistoryEndsWithTheRowsThatTheShopHas() throws Exception {
        System.out.println("Convergence: -Dshopmirror.seed=" + SEED + " -Dshopmirror.histories=" + HISTORIES);
        RandomGenerator<History> histories = Histories.any().generator(1000);
        Random random = new Random(SEED);
        Trial trial = new Trial(route);
        Counts total = Counts.NONE;
        while (total.histories() < HISTORIES) {
            List<Shrinkable<History>> drawn = new ArrayList<>();
            while (drawn.size() < Math.min(SIDE_BY_SIDE, HISTORIES - total.histories())) {
                drawn.add(histories.next(random));
            }
            List<Verdict> verdicts = trial.run(values(drawn));
            for (int i = 0; i < verdicts.size(); i++) {
                if (verdicts.get(i).failed()) {
                    throw new AssertionError(describe(verdicts.get(i), smallest(trial, drawn.get(i))));
                }
                total = total.plus(verdicts.get(i).counts());
            }
        }
        assertTroubled(total);
        System.out.println("Convergence: " + total + ", 0 lost, 0 wrong rows");
    }

    /** Webhooks that all come once and in order prove nothing. */
    private static void assertTroubled(Counts total) {
        if (total.histories() >= SIDE_BY_SIDE) {
            assertThat(total.duplicates()).as("duplicates").isPositive();
            assertThat(total.retries()).as("retries").isPositive();
            assertThat(total.overtaken()).as("overtaken").isPositive();
        }
    }

    private static History smallest(Trial trial, Shrinkable<History> failing) throws Exception {
        return new Smallest<History>(
                        candidates -> trial.run(candidates).stream()
                                .map(Verdict::failed)
                                .toList(),
                        SHRINKING)
                .of(failing);
    }

    private static String describe(Verdict failure, History smallest) {
        return "Seed " + SEED + ".\nWrong:\n  " + String.join("\n  ", failure.wrong()) + "\nafter " + failure.history()
                + "\nSmallest history that was seen to fail:\n" + smallest;
    }

    private static List<History> values(List<Shrinkable<History>> drawn) {
        return drawn.stream().map(Shrinkable::value).toList();
    }
}
