package dev.shopmirror.system.fault;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** Faults one after the other, each kind once before any comes again at random; with each some poison. */
final class Schedule {

    private static final int MOST_MILLIS_BETWEEN = 1_500;

    private final Faults faults;
    private final Poison poison;
    private final Random random;

    Schedule(Faults faults, Poison poison, Random random) {
        this.faults = faults;
        this.poison = poison;
        this.random = random;
    }

    /** How many faults of each kind there were. */
    @SuppressWarnings("SystemOut") // a failure is read with what went before it
    Map<FaultKind, Integer> run(int count) throws Exception {
        Map<FaultKind, Integer> injected = new TreeMap<>();
        for (FaultKind kind : draw(count)) {
            CompletableFuture<Void> planting = CompletableFuture.runAsync(poison::plant);
            long begin = System.nanoTime();
            kind.inject(faults);
            System.out.printf("Faults: %s for %d ms%n", kind, (System.nanoTime() - begin) / 1_000_000);
            injected.merge(kind, 1, Integer::sum);
            // when nothing is wrong, there is work to do
            Thread.sleep(random.nextInt(MOST_MILLIS_BETWEEN));
            planting.join();
        }
        return injected;
    }

    private List<FaultKind> draw(int count) {
        List<FaultKind> drawn = new ArrayList<>(List.of(FaultKind.values()));
        Collections.shuffle(drawn, random);
        while (drawn.size() < count) {
            drawn.add(FaultKind.values()[random.nextInt(FaultKind.values().length)]);
        }
        return drawn.subList(0, count);
    }
}
