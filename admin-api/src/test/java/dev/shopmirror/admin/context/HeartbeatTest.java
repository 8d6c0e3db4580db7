package dev.shopmirror.admin.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import io.smallrye.mutiny.Uni;
import org.junit.jupiter.api.Test;

class HeartbeatTest {

    private static final Duration OFTEN = Duration.ofMillis(5);

    private final AtomicInteger beats = new AtomicInteger();
    private final CompletableFuture<String> work = new CompletableFuture<>();

    @Test
    void beatsWhileTheWorkLasts() {
        CompletableFuture<String> outcome = start(Uni.createFrom().voidItem());

        await().until(() -> beats.get() >= 3);
        work.complete("done");

        assertThat(outcome).isCompletedWithValue("done");
        beatsEnd();
    }

    @Test
    void beatThatFailsIsNothingToTheWorkNorToTheNextOne() {
        CompletableFuture<String> outcome = start(Uni.createFrom().failure(new IllegalStateException("away")));

        await().until(() -> beats.get() >= 3);
        assertThat(outcome).isNotDone();
        work.complete("done");

        assertThat(outcome).isCompletedWithValue("done");
    }

    @Test
    void failureOfTheWorkComesThroughAndEndsIt() {
        CompletableFuture<String> outcome = start(Uni.createFrom().voidItem());

        work.completeExceptionally(new IllegalStateException("broken"));

        assertThat(outcome).isCompletedExceptionally();
        beatsEnd();
    }

    private CompletableFuture<String> start(Uni<Void> beat) {
        return Heartbeat.during(Uni.createFrom().completionStage(work), OFTEN, () -> {
                    beats.incrementAndGet();
                    return beat;
                })
                .subscribeAsCompletionStage();
    }

    private void beatsEnd() {
        AtomicInteger seen = new AtomicInteger(-1);
        await().pollInterval(OFTEN.multipliedBy(4))
                .during(OFTEN.multipliedBy(20))
                .until(() -> seen.getAndSet(beats.get()) == beats.get());
    }
}
