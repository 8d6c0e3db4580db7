package dev.shopmirror.admin.drift;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

import dev.shopmirror.admin.drift.DriftStores.Claim;
import dev.shopmirror.admin.security.AuditLog;
import dev.shopmirror.admin.store.Store;
import dev.shopmirror.admin.store.Stores;
import dev.shopmirror.admin.subscription.Errand;
import dev.shopmirror.admin.subscription.Failure;
import dev.shopmirror.admin.subscription.Registrar;
import dev.shopmirror.admin.subscription.Registration;
import dev.shopmirror.admin.subscription.StoreSubscriptions;
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
    Uni<Drift> check(Claim claim) {
        return stores.get(claim.storeId()).flatMap(store -> check(store, claim.heals()));
    }

    private Uni<Drift> check(Store store, boolean heals) {
        return look(store, heals)
                .ifNoItem()
                .after(config.timeout())
                .fail()
                .onFailure(DriftCheck::isShopsOwn)
                .recoverWithItem(failure -> Drift.unknown(why(failure)))
                .invoke(meters::looked)
                .call(drift -> records.record(store.id(), drift).invoke(changed -> tell(store, drift, changed)));
    }

    private Uni<Drift> look(Store store, boolean heals) {
        return subscriptions.wanted(store).flatMap(wanted -> look(store, wanted, heals));
    }

    private Uni<Drift> look(Store store, WantedSet wanted, boolean heals) {
        return plan(store, wanted)
                .flatMap(plan -> heals && !plan.isFulfilled()
                        ? heal(store, wanted, plan)
                        : drift(store, wanted, plan, List.of()));
    }

    private Uni<SubscriptionPlan> plan(Store store, WantedSet wanted) {
        return subscriptions.observe(store).map(seen -> seen.planFor(wanted));
    }

    /** What Shopify has afterwards is asked again: only what is seen there counts as healed. */
    private Uni<Drift> heal(Store store, WantedSet wanted, SubscriptionPlan plan) {
        return registrar
                .carryOut(new Errand(store, AuditLog::recordOwn), plan)
                .invoke(meters::healed)
                .flatMap(done -> lookAgain(store, wanted, done));
    }

    private Uni<Drift> lookAgain(Store store, WantedSet wanted, Registration done) {
        return plan(store, wanted).flatMap(left -> drift(store, wanted, left, done.errors()));
    }

    private Uni<Drift> drift(Store store, WantedSet wanted, SubscriptionPlan plan, List<Failure> failures) {
        return records.duplicates(store.shopDomain()).map(duplicates -> Drift.of(wanted, plan, failures, duplicates));
    }

    private static boolean isShopsOwn(Throwable failure) {
        return Failure.isExpected(failure) || failure instanceof TimeoutException;
    }

    private static String why(Throwable failure) {
        if (failure instanceof TimeoutException) {
            return "unreachable: No answer in time";
        }
        Failure expected = Failure.of(null, null, failure);
        return expected.code() + ": " + expected.message();
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
