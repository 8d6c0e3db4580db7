package dev.shopmirror.admin.drift;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

import dev.shopmirror.admin.context.OwnContext;
import dev.shopmirror.admin.destination.WebhookTarget;

/** Looks at all active stores, again and again, a few at a time. */
@ApplicationScoped
class DriftWatch {

    private static final Logger LOG = Logger.getLogger(DriftWatch.class);

    private final DriftStores stores;
    private final DriftCheck check;
    private final DriftMeters meters;
    private final DriftPace pace;
    private final OwnContext context;
    private final WebhookTarget target;
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicBoolean refusalTold = new AtomicBoolean();

    DriftWatch(
            DriftStores stores,
            DriftCheck check,
            DriftMeters meters,
            DriftPace pace,
            OwnContext context,
            WebhookTarget target) {
        this.stores = stores;
        this.check = check;
        this.meters = meters;
        this.pace = pace;
        this.context = context;
        this.target = target;
    }

    /** Does not wait for the stores it takes up: a slow shop holds up no other. */
    @Scheduled(
            identity = "drift-watch",
            every = "${drift.turn}",
            delayed = "10s",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> turn() {
        return takeUp().chain(stores::summary)
                .invoke(meters::summary)
                .replaceWithVoid()
                .onFailure()
                .invoke(this::failed)
                .onFailure()
                .recoverWithNull();
    }

    /** Stores that are being looked at at this moment. */
    int underWay() {
        return underWay.get();
    }

    /** Without an address to deliver to nobody is asked; that nobody is looked at the gauges must still show. */
    private Uni<Void> takeUp() {
        if (target.refusal().isPresent()) {
            tellOnce(target.refusal().get());
            return Uni.createFrom().voidItem();
        }
        return stores.claim(pace.every(), pace.free(underWay.get()), pace.share())
                .invoke(due -> due.forEach(this::start))
                .replaceWithVoid();
    }

    private void start(UUID storeId) {
        underWay.incrementAndGet();
        context.run(() -> check.check(storeId))
                .eventually(underWay::decrementAndGet)
                .subscribe()
                .with(drift -> {}, this::failed);
    }

    private void failed(Throwable failure) {
        meters.failed();
        LOG.warnf("Subscriptions could not be looked at: %s", failure);
    }

    private void tellOnce(String refusal) {
        if (refusalTold.compareAndSet(false, true)) {
            LOG.warnf("Subscriptions are not watched over: %s", refusal);
        }
    }
}
