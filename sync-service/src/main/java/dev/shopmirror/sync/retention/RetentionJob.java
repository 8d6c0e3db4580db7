package dev.shopmirror.sync.retention;

import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

/** Keeps the ledger bounded. */
@ApplicationScoped
class RetentionJob {

    private static final Logger LOG = Logger.getLogger(RetentionJob.class);

    private final DeliveryRetention deliveries;
    private final Counter removed;

    RetentionJob(DeliveryRetention deliveries, MeterRegistry metrics) {
        this.deliveries = deliveries;
        this.removed = metrics.counter("shopmirror.retention.deliveries");
    }

    /** Answers how many rows were removed. A failure waits for the next time: nothing depends on it today. */
    @Scheduled(
            identity = "delivery-retention",
            every = "${shopmirror.retention.every}",
            delayed = "1m",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return removeAll()
                .invoke(RetentionJob::logRemoved)
                .onFailure()
                .invoke(failure -> LOG.warnf("Old deliveries could not be removed: %s", failure))
                .onFailure()
                .recoverWithItem(0L)
                .replaceWithVoid();
    }

    Uni<Long> removeAll() {
        return deliveries
                .removeChunk()
                .invoke(rows -> removed.increment(rows))
                .repeat()
                .whilst(rows -> rows == DeliveryRetention.CHUNK)
                .collect()
                .with(Collectors.summingLong(Integer::longValue));
    }

    private static void logRemoved(long rows) {
        if (rows > 0) {
            LOG.infof("Old deliveries removed from the ledger: rows=%d", rows);
        }
    }
}
