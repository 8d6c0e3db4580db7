package dev.shopmirror.sync.bulk;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

/** Lets bulk work through while live deliveries do not wait for it. */
@ApplicationScoped
class BulkGate {

    private static final Logger LOG = Logger.getLogger(BulkGate.class);

    private static final Duration ASK_EVERY = Duration.ofSeconds(1);

    private final long maxLiveLag;
    private final Duration maxWait;
    private final Duration askEvery;
    private final Uni<OptionalLong> lag;
    private volatile OptionalLong lastLag = OptionalLong.empty();
    private volatile Instant waitingSince;

    @Inject
    BulkGate(BulkConfig config, LiveLag liveLag, MeterRegistry metrics) {
        this(config.maxLiveLag(), config.maxWait(), ASK_EVERY, liveLag.read(), metrics);
    }

    BulkGate(long maxLiveLag, Duration maxWait, Duration askEvery, Uni<OptionalLong> lag, MeterRegistry metrics) {
        this.maxLiveLag = maxLiveLag;
        this.maxWait = maxWait;
        this.askEvery = askEvery;
        this.lag = lag.invoke(read -> lastLag = read).memoize().atLeast(askEvery);
        Gauge.builder("shopmirror.bulk.live.lag", this, BulkGate::lastLag)
                .description("Live records that waited when bulk work last asked; NaN while unknown")
                .register(metrics);
        TimeGauge.builder("shopmirror.bulk.waiting", this, TimeUnit.SECONDS, BulkGate::waitingSeconds)
                .description("How long the batch of bulk work at hand has been waiting for live lag to fall")
                .register(metrics);
    }

    /** Completes when live lag allows a batch of bulk work, or it waited its longest; asks about once a second. */
    Uni<Void> passed() {
        return lag.invoke(this::noteWait)
                .repeat()
                .withDelay(askEvery)
                .whilst(read -> !allows(read) && waitingSeconds() < maxWait.toMillis() / 1000.0)
                .onItem()
                .ignoreAsUni()
                .invoke(this::notePassed);
    }

    private boolean allows(OptionalLong read) {
        return read.isPresent() && read.getAsLong() <= maxLiveLag;
    }

    private void noteWait(OptionalLong read) {
        if (waitingSince == null && !allows(read)) {
            waitingSince = Instant.now();
            LOG.infof("Bulk work waits: liveLag=%s maxLiveLag=%d", text(read), maxLiveLag);
        }
    }

    private void notePassed() {
        if (waitingSince != null) {
            LOG.infof("Bulk work goes on: liveLag=%s waitedSeconds=%.1f", text(lastLag), waitingSeconds());
            waitingSince = null;
        }
    }

    private static String text(OptionalLong lag) {
        return lag.isPresent() ? Long.toString(lag.getAsLong()) : "unknown";
    }

    private double lastLag() {
        OptionalLong read = lastLag;
        return read.isPresent() ? read.getAsLong() : Double.NaN;
    }

    private double waitingSeconds() {
        Instant since = waitingSince;
        return since == null ? 0 : Duration.between(since, Instant.now()).toMillis() / 1000.0;
    }
}
