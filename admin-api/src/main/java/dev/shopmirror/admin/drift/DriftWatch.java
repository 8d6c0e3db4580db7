package dev.shopmirror.admin.drift;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

import dev.shopmirror.admin.context.OwnContext;
import dev.shopmirror.admin.destination.WebhookTarget;
import dev.shopmirror.admin.drift.DriftStores.Claim;

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
        if (target.refusal().isPresent()) {
            tellOnce(target.refusal().get());
            return Uni.createFrom().voidItem();
        }
        return stores.claim(pace.every(), pace.free(underWay.get()), pace.share())
                .invoke(this::startAll)
                .chain(stores::summary)
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

    private void startAll(List<Claim> claims) {
        claims.forEach(this::start);
    }

    private void start(Claim claim) {
        underWay.incrementAndGet();
        context.run(() -> check.check(claim))
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
