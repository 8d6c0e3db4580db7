package dev.shopmirror.admin.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import io.smallrye.mutiny.Uni;
import org.junit.jupiter.api.Test;

class SingleFlightTest {

    private final SingleFlight<String, String> flights = new SingleFlight<>();
    private final AtomicInteger started = new AtomicInteger();

    @Test
    void whoeverComesWhileItRunsGetsTheSameResult() {
        CompletableFuture<String> result = new CompletableFuture<>();
        List<CompletableFuture<String>> callers = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            callers.add(flights.run("a", work(result)).subscribeAsCompletionStage());
        }

        result.complete("token");

        assertThat(callers).allSatisfy(caller -> assertThat(caller.join()).isEqualTo("token"));
        assertThat(started).hasValue(1);
    }

    @Test
    void otherKeysFlyForThemselves() {
        CompletableFuture<String> result = new CompletableFuture<>();
        CompletableFuture<String> one = flights.run("a", work(result)).subscribeAsCompletionStage();
        CompletableFuture<String> other = flights.run("b", work(result)).subscribeAsCompletionStage();

        assertThat(one).isNotDone();
        assertThat(other).isNotDone();
        assertThat(started).hasValue(2);
    }

    @Test
    void whoeverComesAfterwardsStartsAnew() {
        flights.run("a", work(CompletableFuture.completedFuture("1"))).await().indefinitely();

        assertThat(flights.run("a", work(CompletableFuture.completedFuture("2")))
                        .await()
                        .indefinitely())
                .isEqualTo("2");
    }

    @Test
    void failureReachesEverybodyAndIsNotKept() {
        CompletableFuture<String> failing = new CompletableFuture<>();
        CompletableFuture<String> first = flights.run("a", work(failing)).subscribeAsCompletionStage();
        CompletableFuture<String> second = flights.run("a", work(failing)).subscribeAsCompletionStage();
        failing.completeExceptionally(new IllegalStateException("away"));

        assertThatThrownBy(first::join).hasRootCauseMessage("away");
        assertThatThrownBy(second::join).hasRootCauseMessage("away");
        assertThat(flights.run("a", work(CompletableFuture.completedFuture("back")))
                        .await()
                        .indefinitely())
                .isEqualTo("back");
    }

    private Supplier<Uni<String>> work(CompletableFuture<String> result) {
        return () -> {
            started.incrementAndGet();
            return Uni.createFrom().completionStage(result);
        };
    }
}
