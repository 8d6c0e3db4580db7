package dev.shopmirror.admin.shopify.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls come and end on many threads at once. */
class GatesUnderThreadsTest {

    private static final int THREADS = 8;
    private static final int CALLS = 300;
    private static final int SHOPS = 10;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final Gates gates = new Gates(Traffic.limits(16, 4), System::nanoTime, (nanos, action) -> {});
    private final Queue<Ticket> gone = new ConcurrentLinkedQueue<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final ConcurrentMap<String, AtomicInteger> byShop = new ConcurrentHashMap<>();
    private final AtomicInteger mostOfAShop = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    @AfterEach
    void stopThreads() {
        threads.shutdownNow();
    }

    @Test
    void eachCallGoesOnceAndNeverTooManyTogether() throws Exception {
        List<Future<?>> callers = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            String shop = "shop-" + i % SHOPS + ".myshopify.com";
            callers.add(threads.submit(() -> call(shop)));
        }
        for (Future<?> caller : callers) {
            caller.get();
        }

        await().atMost(Duration.ofSeconds(20)).until(() -> gone.size() == CALLS && underWay.get() == 0);
        assertThat(gone).doesNotHaveDuplicates();
        assertThat(refused).hasValue(0);
        assertThat(most.get()).isBetween(5, 16);
        assertThat(mostOfAShop.get()).isBetween(2, 4);
    }

    private void call(String shop) {
        Ticket[] self = new Ticket[1];
        self[0] = new Ticket(
                shop, Api.REST, 1, gates.nextPlace(), () -> leave(shop, self[0]), why -> refused.incrementAndGet());
        gates.enter(self[0], false);
    }

    private void leave(String shop, Ticket ticket) {
        most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
        AtomicInteger here = byShop.computeIfAbsent(shop, name -> new AtomicInteger());
        mostOfAShop.accumulateAndGet(here.incrementAndGet(), Math::max);
        gone.add(ticket);
        threads.execute(() -> {
            here.decrementAndGet();
            underWay.decrementAndGet();
            gates.settle(ticket, new Outcome.Answered());
        });
    }
}
