package dev.shopmirror.admin.drift;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

import dev.shopmirror.admin.security.AuditLog;
import dev.shopmirror.admin.store.Store;
import dev.shopmirror.admin.store.Stores;
import dev.shopmirror.admin.subscription.Errand;
import dev.shopmirror.admin.subscription.Failure;
import dev.shopmirror.admin.subscription.Registrar;
import dev.shopmirror.admin.subscription.Registration;
import dev.shopmirror.admin.subscription.StoreSubscriptions;
import dev.shopmirror.admin.subscription.StoreSubscriptions.Observation;
import dev.shopmirror.admin.subscription.SubscriptionPlan;
import dev.shopmirror.admin.subscription.WantedSet;

/** One look at one store. */
@ApplicationScoped
class DriftCheck {

    private static final Logger LOG = Logger.getLogger(DriftCheck.class);

    private final Stores stores;
    private final StoreSubscriptions subscriptions;
    private final Registrar registrar;
    private final DriftStores records;
    private final DriftMeters meters;
    private final DriftConfig config;

    DriftCheck(
            Stores stores,
            StoreSubscriptions subscriptions,
            Registrar registrar,
            DriftStores records,
            DriftMeters meters,
            DriftConfig config) {
        this.stores = stores;
        this.subscriptions = subscriptions;
        this.registrar = registrar;
        this.records = records;
        this.meters = meters;
        this.config = config;
    }

    /** Answers what was seen, and after healing what is left. Fails when the database does. */
    Uni<Drift> check(UUID storeId) {
        return stores.get(storeId).flatMap(this::check);
    }

    private Uni<Drift> check(Store store) {
        return subscriptions
                .observe(store)
                .flatMap(seen -> judge(store.id(), seen))
                .ifNoItem()
                .after(config.timeout())
                .fail()
                .onFailure(DriftCheck::isShopsOwn)
                .recoverWithItem(failure -> Drift.unknown(why(failure)))
                .invoke(meters::looked)
                .call(drift -> records.record(store.id(), drift).invoke(changed -> tell(store, drift, changed)));
    }

    /** The store is read anew: an operator may have said otherwise, or unregistered, while Shopify was asked. */
    private Uni<Drift> judge(UUID storeId, Observation seen) {
        return stores.get(storeId).flatMap(store -> judge(store, subscriptions.wanted(store), seen));
    }

    private Uni<Drift> judge(Store store, WantedSet wanted, Observation seen) {
        SubscriptionPlan plan = seen.planFor(wanted);
        return store.isHealed() && !plan.isFulfilled()
                ? heal(store, wanted, plan)
                : drift(store, wanted, plan, List.of());
    }

    /** What Shopify has afterwards is asked again: only what is seen there counts as healed. */
    private Uni<Drift> heal(Store store, WantedSet wanted, SubscriptionPlan plan) {
        return registrar
                .carryOut(new Errand(store, AuditLog::recordOwn), plan)
                .invoke(meters::healed)
                .flatMap(done -> lookAgain(store, wanted, done));
    }

    private Uni<Drift> lookAgain(Store store, WantedSet wanted, Registration done) {
        return subscriptions.observe(store).flatMap(seen -> drift(store, wanted, seen.planFor(wanted), done.errors()));
    }

    private Uni<Drift> drift(Store store, WantedSet wanted, SubscriptionPlan plan, List<Failure> failures) {
        return records.duplicates(store.shopDomain()).map(duplicates -> Drift.of(wanted, plan, failures, duplicates));
    }

    private static boolean isShopsOwn(Throwable failure) {
        return Failure.isExpected(failure) || failure instanceof TimeoutException;
    }

    private static String why(Throwable failure) {
        return failure instanceof TimeoutException ? Drift.NO_ANSWER : Drift.why(Failure.of(null, null, failure));
    }

    /** Once for each drift, not for each look at it. */
    private static void tell(Store store, Drift drift, boolean changed) {
        if (!changed) {
            return;
        }
        if (drift.isNone()) {
            LOG.infof("Subscriptions are as wanted again store=%s shop=%s", store.id(), store.shopDomain());
        } else {
            LOG.warnf(
                    "Subscriptions are not as wanted store=%s shop=%s drift=%s",
                    store.id(), store.shopDomain(), drift.summary());
        }
    }
}
