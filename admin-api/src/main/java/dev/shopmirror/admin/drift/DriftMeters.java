package dev.shopmirror.admin.drift;

import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import dev.shopmirror.admin.drift.Drift.Kind;
import dev.shopmirror.admin.drift.DriftStores.Summary;
import dev.shopmirror.admin.subscription.Registration;

/** What an alert is made of. The gauges come from the database, so that every replica says the same. */
@ApplicationScoped
class DriftMeters {

    private final MeterRegistry registry;
    private final Counter healed;
    private final Counter failures;
    private volatile Summary summary = new Summary(0, 0, null);

    DriftMeters(MeterRegistry registry) {
        this.registry = registry;
        this.healed = Counter.builder("shopmirror.drift.healed")
                .description("Subscriptions that the watchdog created or changed")
                .register(registry);
        this.failures = Counter.builder("shopmirror.drift.failures")
                .description("Looks that ended in an error of our own")
                .register(registry);
        Gauge.builder("shopmirror.drift.stores", this, meters -> meters.summary.stores())
                .description("Active stores whose subscriptions are not as wanted")
                .register(registry);
        Gauge.builder("shopmirror.drift.missing", this, meters -> meters.summary.missing())
                .description("Wanted subscriptions that Shopify does not have")
                .register(registry);
        Gauge.builder("shopmirror.drift.oldest.look", this, meters -> age(meters.summary.oldestLook()))
                .description("How long ago the active store was looked at that has waited longest")
                .baseUnit("seconds")
                .register(registry);
    }

    void summary(Summary now) {
        summary = now;
    }

    void looked(Drift drift) {
        boolean unknown = drift.entries().stream().anyMatch(entry -> entry.kind() == Kind.UNKNOWN);
        String outcome = unknown ? "unknown" : drift.isNone() ? "as_wanted" : "drift";
        registry.counter("shopmirror.drift.looks", "outcome", outcome).increment();
    }

    void healed(Registration done) {
        healed.increment(done.created().size() + done.updated().size());
    }

    void failed() {
        failures.increment();
    }

    private static double age(Instant then) {
        return then == null ? 0 : Duration.between(then, Instant.now()).toMillis() / 1000.0;
    }
}
