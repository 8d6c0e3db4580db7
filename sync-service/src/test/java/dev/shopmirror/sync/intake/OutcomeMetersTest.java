package dev.shopmirror.sync.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import dev.shopmirror.event.EventSource;
import dev.shopmirror.sync.delivery.IgnoreReason;
import dev.shopmirror.sync.delivery.Outcome;

class OutcomeMetersTest {

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final OutcomeMeters meters = new OutcomeMeters(metrics);

    @Test
    void outcomesAreCountedByReasonAndSource() {
        meters.record(Outcome.APPLIED, EventSource.WEBHOOK, Duration.ZERO);
        meters.record(Outcome.APPLIED, EventSource.WEBHOOK, Duration.ZERO);
        meters.record(Outcome.APPLIED, EventSource.REPLAY, Duration.ZERO);
        meters.record(Outcome.ignored(IgnoreReason.UNKNOWN_STORE), EventSource.WEBHOOK, Duration.ZERO);

        assertThat(count("applied", "", "webhook")).isEqualTo(2);
        assertThat(count("applied", "", "replay")).isEqualTo(1);
        assertThat(count("ignored", "unknown_store", "webhook")).isEqualTo(1);
    }

    @Test
    void latencyIsBucketedAroundWhatIsPromised() {
        meters.record(Outcome.APPLIED, EventSource.WEBHOOK, Duration.ofMillis(40));
        meters.record(Outcome.APPLIED, EventSource.WEBHOOK, Duration.ofMillis(240));

        assertThat(within(Duration.ofMillis(50))).isEqualTo(1);
        assertThat(within(Duration.ofMillis(250))).isEqualTo(2);
    }

    @Test
    void latencyOfAReplayIsNotThatOfADelivery() {
        meters.record(Outcome.APPLIED, EventSource.REPLAY, Duration.ofDays(3));

        assertThat(metrics.find("shopmirror.deliveries.latency")
                        .tag("source", "webhook")
                        .timer())
                .isNull();
    }

    private double count(String outcome, String reason, String source) {
        return metrics.get("shopmirror.deliveries")
                .tags("outcome", outcome, "reason", reason, "source", source)
                .counter()
                .count();
    }

    private double within(Duration limit) {
        Timer timer = metrics.get("shopmirror.deliveries.latency")
                .tag("source", "webhook")
                .timer();
        return Arrays.stream(timer.takeSnapshot().histogramCounts())
                .filter(bucket -> bucket.bucket(TimeUnit.MILLISECONDS) == limit.toMillis())
                .mapToDouble(CountAtBucket::count)
                .findFirst()
                .orElseThrow();
    }
}
