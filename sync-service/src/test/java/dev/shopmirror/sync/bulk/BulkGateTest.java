package dev.shopmirror.sync.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import org.junit.jupiter.api.Test;

class BulkGateTest {

    private static final OptionalLong UNKNOWN = OptionalLong.empty();

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void bulkWorkGoesOnAtTheAllowedLag() {
        BulkGate gate = gate(Duration.ofMinutes(1), OptionalLong.of(1000));

        gate.passed().await().atMost(Duration.ofSeconds(10));

        assertThat(asked).hasValue(1);
        assertThat(metrics.get("shopmirror.bulk.live.lag").gauge().value()).isEqualTo(1000);
        assertThat(metrics.get("shopmirror.bulk.waiting").timeGauge().value()).isZero();
    }

    @Test
    void bulkWorkWaitsForLagToFallAndWhileItIsUnknown() {
        BulkGate gate = gate(Duration.ofMillis(5), UNKNOWN, OptionalLong.of(1001), UNKNOWN, OptionalLong.of(0));

        gate.passed().await().atMost(Duration.ofSeconds(10));

        assertThat(asked).hasValue(4);
    }

    @Test
    void waitIsSeenInItsGauge() {
        BulkGate gate = gate(Duration.ofMinutes(1), UNKNOWN);

        var waiting = gate.passed().subscribe().with(passed -> {});

        assertThat(metrics.get("shopmirror.bulk.waiting").timeGauge().value()).isNotNegative();
        assertThat(metrics.get("shopmirror.bulk.live.lag").gauge().value()).isNaN();
        assertThat(asked).hasValue(1);
        waiting.cancel();
    }

    @Test
    void bulkWorkGoesOnAfterItsLongestWait() {
        BulkGate gate = gate(Duration.ofMillis(50), Duration.ofMillis(5), OptionalLong.of(5000));

        gate.passed().await().atMost(Duration.ofSeconds(10));

        assertThat(asked).hasValueGreaterThan(1);
        assertThat(metrics.get("shopmirror.bulk.waiting").timeGauge().value()).isZero();
    }

    @Test
    void lagIsNotAskedForAgainWithinItsTime() {
        BulkGate gate = gate(Duration.ofMinutes(1), OptionalLong.of(0), OptionalLong.of(5000));

        gate.passed().await().atMost(Duration.ofSeconds(10));
        gate.passed().await().atMost(Duration.ofSeconds(10));

        assertThat(asked).hasValue(1);
    }

    /** Answers one lag after another and stays at the last. */
    private BulkGate gate(Duration askEvery, OptionalLong... lags) {
        return gate(Duration.ofHours(1), askEvery, lags);
    }

    private BulkGate gate(Duration maxWait, Duration askEvery, OptionalLong... lags) {
        Uni<OptionalLong> next =
                Uni.createFrom().item(() -> List.of(lags).get(Math.min(asked.getAndIncrement(), lags.length - 1)));
        return new BulkGate(1000, maxWait, askEvery, next, metrics);
    }
}
