package dev.shopmirror.admin.webhook;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.shopmirror.admin.credential.Purpose;
import dev.shopmirror.admin.destination.WebhookTarget;
import dev.shopmirror.admin.problem.Problem;
import dev.shopmirror.admin.problem.ProblemException;
import dev.shopmirror.admin.security.AuditLog;
import dev.shopmirror.admin.shopify.Subscription;
import dev.shopmirror.admin.shopify.call.Notices;
import dev.shopmirror.admin.store.Store;
import dev.shopmirror.admin.store.Stores;
import dev.shopmirror.admin.subscription.Errand;
import dev.shopmirror.admin.subscription.Failure;
import dev.shopmirror.admin.subscription.Registrar;
import dev.shopmirror.admin.subscription.Registration;
import dev.shopmirror.admin.subscription.Remover;
import dev.shopmirror.admin.subscription.StoreSubscriptions;
import dev.shopmirror.admin.subscription.StoreSubscriptions.Observation;
import dev.shopmirror.admin.subscription.WantedSet;

/** What the routes do, for a caller who may. */
@ApplicationScoped
class WebhookService {

    private final Stores stores;
    private final StoreSubscriptions subscriptions;
    private final Registrar registrar;
    private final Remover remover;
    private final WebhookTarget target;
    private final Notices notices;
    private final AuditLog audit;

    WebhookService(
            Stores stores,
            StoreSubscriptions subscriptions,
            Registrar registrar,
            Remover remover,
            WebhookTarget target,
            Notices notices,
            AuditLog audit) {
        this.stores = stores;
        this.subscriptions = subscriptions;
        this.registrar = registrar;
        this.remover = remover;
        this.target = target;
        this.notices = notices;
        this.audit = audit;
    }

    /** @param topics null for what the store should have */
    Uni<RegisterAnswer> register(UUID storeId, List<String> topics) {
        target.requireUsableBaseUrl();
        return stores.get(storeId).flatMap(store -> register(store, wanted(store, topics)));
    }

    Uni<ListAnswer> list(UUID storeId) {
        return stores.get(storeId).flatMap(this::observeToTakeBack).map(seen -> ListAnswer.of(seen.actual()));
    }

    Uni<PlanAnswer> plan(UUID storeId) {
        return stores.get(storeId).flatMap(store -> plan(store, subscriptions.wanted(store)));
    }

    Uni<TestAnswer> test(UUID storeId) {
        return stores.get(storeId).flatMap(store -> test(store, subscriptions.wanted(store)));
    }

    Uni<UnregisterAnswer> unregister(UUID storeId) {
        return stores.get(storeId).flatMap(store -> observeToTakeBack(store).flatMap(seen -> unregister(store, seen)));
    }

    /** The operator names it, so it may be anybody's; whose it was is written down. */
    Uni<DeleteAnswer> delete(UUID storeId, long webhookId) {
        return stores.get(storeId)
                .flatMap(store -> observeToTakeBack(store).flatMap(seen -> delete(store, seen, webhookId)));
    }

    private Uni<Observation> observe(Store store) {
        return subscriptions.observe(store).onFailure().transform(Failure::asProblem);
    }

    /** A store that is switched off has no other way to be rid of its subscriptions. */
    private Uni<Observation> observeToTakeBack(Store store) {
        return subscriptions.observe(store, Purpose.TAKE_BACK).onFailure().transform(Failure::asProblem);
    }

    private WantedSet wanted(Store store, List<String> topics) {
        return topics == null ? subscriptions.wanted(store) : subscriptions.wanted(store, topics);
    }

    private Uni<RegisterAnswer> register(Store store, WantedSet wanted) {
        return observe(store)
                .flatMap(seen -> registrar.carryOut(new Errand(store, audit::record), seen.planFor(wanted)))
                .map(done -> RegisterAnswer.of(store.name(), wanted, done));
    }

    private Uni<PlanAnswer> plan(Store store, WantedSet wanted) {
        List<String> warnings = target.warning().map(List::of).orElse(List.of());
        return observe(store).map(seen -> PlanAnswer.of(wanted, seen.planFor(wanted), warnings));
    }

    private Uni<TestAnswer> test(Store store, WantedSet wanted) {
        return observe(store)
                .map(seen -> TestAnswer.of(store, target, version(), wanted, seen.planFor(wanted), null))
                .onFailure(ProblemException.class)
                .recoverWithItem(why -> TestAnswer.of(store, target, version(), wanted, null, why.getMessage()));
    }

    private TestAnswer.ApiVersion version() {
        return TestAnswer.ApiVersion.of(notices);
    }

    private Uni<UnregisterAnswer> unregister(Store store, Observation seen) {
        Errand errand = new Errand(store, audit::record);
        List<Subscription> ours = seen.actual().stream().filter(seen::isOurs).toList();
        List<Subscription> foreign =
                seen.actual().stream().filter(one -> !seen.isOurs(one)).toList();
        return remover.stopHealing(errand)
                .chain(() -> remover.removeAll(errand, ours))
                .map(done -> UnregisterAnswer.of(done, foreign));
    }

    private Uni<DeleteAnswer> delete(Store store, Observation seen, long webhookId) {
        Subscription named = seen.actual().stream()
                .filter(one -> one.id() == webhookId)
                .findFirst()
                .orElseThrow(() -> unknown(webhookId));
        String whose = seen.isOurs(named) ? " ours=true" : " ours=false";
        Errand errand = new Errand(store, (change, details) -> audit.record(change, details + whose));
        Uni<Void> first = seen.isOurs(named)
                ? remover.stopHealing(errand)
                : Uni.createFrom().voidItem();
        return first.chain(() -> remover.removeAll(errand, List.of(named))).map(WebhookService::answer);
    }

    private static DeleteAnswer answer(Registration done) {
        done.errors().stream().findFirst().ifPresent(failure -> {
            throw ProblemException.of(Problem.SHOPIFY_FAILED, failure.code() + ": " + failure.message());
        });
        return DeleteAnswer.DONE;
    }

    private static ProblemException unknown(long webhookId) {
        return ProblemException.of(
                Problem.WEBHOOK_NOT_FOUND, "Shopify lists no webhook " + webhookId + " of this store");
    }
}
