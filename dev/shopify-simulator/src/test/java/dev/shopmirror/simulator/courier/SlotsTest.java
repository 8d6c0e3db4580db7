package dev.shopmirror.simulator.courier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

class SlotsTest {

    private final Slots slots = new Slots(2);
    private final List<Integer> started = new ArrayList<>();

    @Test
    void noMoreStartThanThereAreSlotsAndTheRestInTheirOrder() {
        for (int number = 1; number <= 4; number++) {
            int task = number;
            slots.start(() -> started.add(task));
        }
        assertThat(started).containsExactly(1, 2);

        slots.ended();
        assertThat(started).containsExactly(1, 2, 3);

        slots.ended();
        assertThat(started).containsExactly(1, 2, 3, 4);
    }

    @Test
    void forgottenTaskNeverStarts() {
        for (int number = 1; number <= 3; number++) {
            int task = number;
            slots.start(() -> started.add(task));
        }

        slots.forgetWaiting();
        slots.ended();

        assertThat(started).containsExactly(1, 2);
    }

    @Test
    void noTaskIsForgottenWhenManyThreadsComeAndGo() throws Exception {
        int tasks = 50_000;
        CountDownLatch allRan = new CountDownLatch(tasks);
        AtomicInteger together = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (int number = 0; number < tasks; number++) {
                threads.execute(() -> slots.start(() -> {
                    most.accumulateAndGet(together.incrementAndGet(), Math::max);
                    threads.execute(() -> {
                        together.decrementAndGet();
                        allRan.countDown();
                        slots.ended();
                    });
                }));
            }

            assertThat(allRan.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(most.get()).isBetween(1, 2);
        } finally {
            threads.shutdownNow();
        }
    }
}
