package dev.shopmirror.sync.intake;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import dev.shopmirror.event.EventSource;
import dev.shopmirror.sync.delivery.Outcome;

/** Counts outcomes and times the way from receipt to commit. Looking a meter up costs more than counting with it. */
@ApplicationScoped
class OutcomeMeters {

    /** Around what is promised (50 ms, 250 ms), and on to a backlog of hours. */
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        Duration.ofSeconds(15),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofMinutes(30),
        Duration.ofHours(2),
        Duration.ofHours(12)
    };

    private static final Duration LONGEST = Duration.ofDays(365);

    private record Series(Outcome.Kind kind, String reason, EventSource source) {}

    private final MeterRegistry metrics;
    private final Map<Series, Counter> deliveries = new ConcurrentHashMap<>();
    private final Map<EventSource, Timer> latencies = new ConcurrentHashMap<>();
    private final Counter nulRemoved;

    OutcomeMeters(MeterRegistry metrics) {
        this.metrics = metrics;
        this.nulRemoved = Counter.builder("shopmirror.deliveries.nul.removed")
                .description("Deliveries with U+0000 in their text, which was removed")
                .register(metrics);
    }

    void countNulRemoved() {
        nulRemoved.increment();
    }

    /** @param latency from receipt to commit */
    void record(Outcome outcome, EventSource source, Duration latency) {
        deliveries
                .computeIfAbsent(new Series(outcome.kind(), outcome.reason(), source), this::counter)
                .increment();
        latencies.computeIfAbsent(source, this::timer).record(bounded(latency));
    }

    /** A foreign producer may claim any time of receipt; a timer counts nanoseconds. */
    private static Duration bounded(Duration latency) {
        if (latency.isNegative()) {
            return Duration.ZERO;
        }
        return latency.compareTo(LONGEST) > 0 ? LONGEST : latency;
    }

    private Counter counter(Series series) {
        return metrics.counter(
                "shopmirror.deliveries",
                "outcome",
                series.kind.name().toLowerCase(Locale.ROOT),
                "reason",
                series.reason == null ? "" : series.reason,
                "source",
                series.source.headerValue());
    }

    private Timer timer(EventSource source) {
        return Timer.builder("shopmirror.deliveries.latency")
                .description("From receipt to commit")
                .tag("source", source.headerValue())
                .serviceLevelObjectives(BUCKETS)
                .register(metrics);
    }
}
