package dev.shopmirror.admin.redrive;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

import dev.shopmirror.admin.context.Heartbeat;
import dev.shopmirror.admin.ledger.Deliveries;
import dev.shopmirror.admin.ledger.LedgerPosition;
import dev.shopmirror.admin.ledger.Selection;
import dev.shopmirror.admin.ledger.StoredDelivery;
import dev.shopmirror.admin.redrive.RedriveLease.Held;
import dev.shopmirror.admin.replay.Pace;
import dev.shopmirror.admin.replay.Replay;
import dev.shopmirror.admin.replay.Replayed;

/** Works redrives off, a chunk at a time; what a crash or an outage leaves undone is gone on with from the last chunk. */
@ApplicationScoped
class RedriveRunner {

    private static final Logger LOG = Logger.getLogger(RedriveRunner.class);

    /** A redrive in hand, and the last delivery that was dealt with. */
    private record Way(Held held, Selection selection, AtomicReference<Optional<LedgerPosition>> position) {}

    private final RedriveLease lease;
    private final Deliveries deliveries;
    private final Replay replay;
    private final int chunk;
    private final Pace pace;
    private final Duration heartbeat;
    private final AtomicInteger running = new AtomicInteger();
    private volatile boolean databaseAway;

    RedriveRunner(
            RedriveLease lease, Deliveries deliveries, Replay replay, RedriveConfig config, MeterRegistry metrics) {
        this.lease = lease;
        this.deliveries = deliveries;
        this.replay = replay;
        this.chunk = Math.min(config.chunk(), config.rate());
        this.pace = new Pace(config.rate());
        this.heartbeat = config.lease().dividedBy(4);
        Gauge.builder("shopmirror.redrive.running", running, AtomicInteger::get)
                .description("Redrives that this replica works on")
                .register(metrics);
    }

    @Scheduled(identity = "redrive", every = "${redrive.every}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return next().repeat()
                .whilst(ended -> ended)
                .onItem()
                .ignoreAsUni()
                .onFailure()
                .invoke(this::logOnce)
                .onFailure()
                .recoverWithNull();
    }

    /** Answers whether a redrive was brought to its end, so that the next one need not wait. */
    private Uni<Boolean> next() {
        return lease.claim()
                .invoke(() -> databaseAway = false)
                .flatMap(held -> held == null ? Uni.createFrom().item(false) : workOff(held));
    }

    private Uni<Boolean> workOff(Held held) {
        running.incrementAndGet();
        return Heartbeat.during(allChunks(held), heartbeat, () -> lease.keep(held))
                .replaceWith(true)
                .onFailure()
                .recoverWithUni(failure -> putBack(held, failure))
                .onTermination()
                .invoke(running::decrementAndGet);
    }

    private Uni<Boolean> allChunks(Held held) {
        return Multi.createBy()
                .repeating()
                .uni(() -> begin(held), this::nextChunk)
                .whilst(goesOn -> goesOn)
                .collect()
                .last();
    }

    private static Way begin(Held held) {
        Selection selection = JobFilter.selection(held.job().filter());
        return new Way(
                held,
                selection.before(held.job().requestedAt()),
                new AtomicReference<>(held.job().position()));
    }

    /** Answers whether there may be another one: false at the end, and when the redrive is not in hand any more. */
    private Uni<Boolean> nextChunk(Way way) {
        return deliveries
                .next(way.selection(), way.position().get(), chunk)
                .flatMap(found -> found.isEmpty() ? lease.done(way.held()).replaceWith(false) : publish(way, found));
    }

    private Uni<Boolean> publish(Way way, List<StoredDelivery> found) {
        Instant begin = Instant.now();
        LedgerPosition last = LedgerPosition.of(found.get(found.size() - 1));
        return replay.publish(found)
                .flatMap(result -> pausedAfter(result, begin, lease.advance(way.held(), result, last)))
                .invoke(() -> way.position().set(Optional.of(last)));
    }

    private Uni<Boolean> pausedAfter(Replayed result, Instant begin, Uni<Boolean> advanced) {
        Duration pause = pace.pauseAfter(result.published(), Duration.between(begin, Instant.now()));
        return pause.isZero() ? advanced : advanced.onItem().delayIt().by(pause);
    }

    private Uni<Boolean> putBack(Held held, Throwable failure) {
        Setback setback = Setback.of(failure);
        if (setback.passes()) {
            LOG.warnf("A redrive waits: redrive=%s %s", held.job().id(), failure);
            return lease.release(held, setback.reason()).replaceWith(false);
        }
        LOG.errorf(failure, "A redrive failed: redrive=%s", held.job().id());
        return lease.failed(held, setback.reason()).replaceWith(true);
    }

    private void logOnce(Throwable failure) {
        if (!databaseAway) {
            databaseAway = true;
            LOG.warnf("Redrives cannot be looked for: %s", failure);
        }
    }
}
