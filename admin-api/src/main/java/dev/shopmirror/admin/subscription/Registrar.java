package dev.shopmirror.admin.subscription;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import dev.shopmirror.admin.credential.Purpose;
import dev.shopmirror.admin.destination.WantedWebhook;
import dev.shopmirror.admin.destination.WebhookTarget;
import dev.shopmirror.admin.shopify.ShopifyException;
import dev.shopmirror.admin.shopify.ShopifyException.Reason;
import dev.shopmirror.admin.shopify.Subscription;
import dev.shopmirror.admin.subscription.Registration.Outcome;
import dev.shopmirror.admin.subscription.SubscriptionPlan.Update;

/**
 * Carries a plan out. Of what is there it deletes one kind alone: what a changed base URL has left behind. Each step is
 * recorded before the next, and what a crash leaves undone, the next plan holds; only that something was missing no plan
 * would show any more, so that is written down first.
 */
@ApplicationScoped
public class Registrar {

    private final ShopWebhooks shopify;
    private final SubscriptionRecords records;
    private final StoreColumns columns;
    private final Remover remover;
    private final WebhookTarget target;

    Registrar(
            ShopWebhooks shopify,
            SubscriptionRecords records,
            StoreColumns columns,
            Remover remover,
            WebhookTarget target) {
        this.shopify = shopify;
        this.records = records;
        this.columns = columns;
        this.remover = remover;
        this.target = target;
    }

    /** One step after the other: a shop's limit is small. A step that fails leaves the others standing. */
    public Uni<Registration> carryOut(Errand errand, SubscriptionPlan plan) {
        List<Supplier<Uni<List<Outcome>>>> steps = new ArrayList<>();
        plan.create().forEach(missing -> steps.add(() -> create(errand, missing).map(List::of)));
        plan.update()
                .forEach(update -> steps.add(() -> update.moves() ? move(errand, update) : change(errand, update)));
        Uni<Void> first = plan.create().isEmpty() ? nothing() : markBackfill(errand);
        return first.chain(() -> inTurn(steps))
                .flatMap(done -> cleanUp(errand, plan, done))
                .map(done -> existingFirst(plan, done));
    }

    private static Registration existingFirst(SubscriptionPlan plan, List<Outcome> done) {
        List<Outcome> all = new ArrayList<>();
        plan.keep().forEach(found -> all.add(new Outcome.Existing(found)));
        all.addAll(done);
        return Registration.of(all);
    }

    private static Uni<List<Outcome>> inTurn(List<Supplier<Uni<List<Outcome>>>> steps) {
        return Multi.createFrom()
                .iterable(steps)
                .onItem()
                .transformToUniAndConcatenate(Supplier::get)
                .collect()
                .with(Collectors.flatMapping(List::stream, Collectors.toList()));
    }

    private Uni<Outcome> create(Errand errand, WantedWebhook wanted) {
        return shopify.create(errand.store(), wanted.request())
                .flatMap(created -> recordCreation(errand, created))
                .onFailure(Registrar::isTaken)
                .recoverWithUni(taken -> find(errand, wanted, taken))
                .onFailure(Failure::isExpected)
                .recoverWithItem(failure -> new Outcome.Failed(Failure.of(wanted.topic(), null, failure)));
    }

    private Uni<Outcome> recordCreation(Errand errand, Subscription created) {
        errand.record("Webhook created", created);
        return record(errand, created).replaceWith(new Outcome.Created(created));
    }

    /** Somebody was faster, or an earlier try that found no answer had done it: what is there now counts. */
    private Uni<Outcome> find(Errand errand, WantedWebhook wanted, Throwable taken) {
        return shopify.list(errand.store(), Purpose.SERVE)
                .map(actual -> SubscriptionPlan.find(wanted, actual).orElseThrow(() -> (ShopifyException) taken))
                .flatMap(found -> wanted.cutsAs(found)
                        ? recordFinding(errand, found)
                        : correct(errand, new Update(wanted, found)));
    }

    private Uni<Outcome> recordFinding(Errand errand, Subscription found) {
        errand.record("Webhook found in place", found);
        return record(errand, found).replaceWith(new Outcome.Existing(found));
    }

    /** The new one first, so that no event falls between. */
    private Uni<List<Outcome>> move(Errand errand, Update update) {
        return create(errand, update.wanted()).flatMap(outcome -> removeOld(errand, update.current(), outcome));
    }

    private Uni<List<Outcome>> removeOld(Errand errand, Subscription old, Outcome outcome) {
        return outcome instanceof Outcome.Failed
                ? Uni.createFrom().item(List.of(outcome))
                : remover.remove(errand, old).map(removed -> List.of(outcome, removed));
    }

    private Uni<List<Outcome>> change(Errand errand, Update update) {
        return correct(errand, update)
                .onFailure(Remover::isGone)
                .recoverWithUni(() -> markBackfill(errand).chain(() -> create(errand, update.wanted())))
                .onFailure(Failure::isExpected)
                .recoverWithItem(failure -> failed(update, failure))
                .map(List::of);
    }

    private Uni<Outcome> correct(Errand errand, Update update) {
        return shopify.update(
                        errand.store(), update.current().id(), update.wanted().request())
                .flatMap(changed -> recordChange(errand, update, changed));
    }

    private static Outcome failed(Update update, Throwable failure) {
        return new Outcome.Failed(
                Failure.of(update.wanted().topic(), update.current().id(), failure));
    }

    /** Said instead of tried again and again: REST, for one, does not tell of filters. */
    private Uni<Outcome> recordChange(Errand errand, Update update, Subscription changed) {
        if (!update.wanted().cutsAs(changed)) {
            return Uni.createFrom()
                    .item(new Outcome.Failed(new Failure(
                            changed.topic(),
                            changed.id(),
                            "not_as_wanted",
                            "Shopify took the change, but its answer shows other fields or another filter",
                            null)));
        }
        errand.record("Webhook changed", changed);
        return markBackfill(errand).chain(() -> record(errand, changed)).replaceWith(new Outcome.Updated(changed));
    }

    private Uni<Void> record(Errand errand, Subscription subscription) {
        return records.record(
                errand.store().id(), subscription, target.baseUrl().value());
    }

    /** What was missing, or cut otherwise, may have been so for long; what is only moved was delivered all the time. */
    private Uni<Void> markBackfill(Errand errand) {
        return columns.needsBackfill(errand.store().id())
                .invoke(news -> tell(errand, news))
                .replaceWithVoid();
    }

    private static void tell(Errand errand, boolean news) {
        if (news) {
            errand.record("Store marked as needing a backfill");
        }
    }

    private Uni<List<Outcome>> cleanUp(Errand errand, SubscriptionPlan plan, List<Outcome> done) {
        Set<String> failed =
                Registration.of(done).errors().stream().map(Failure::topic).collect(Collectors.toSet());
        List<Supplier<Uni<List<Outcome>>>> steps = new ArrayList<>();
        steps.add(() -> Uni.createFrom().item(done));
        plan.superseded().stream()
                .filter(old -> !failed.contains(old.topic()))
                .forEach(old -> steps.add(() -> remover.remove(errand, old).map(List::of)));
        return inTurn(steps);
    }

    private static boolean isTaken(Throwable failure) {
        return ShopifyException.is(failure, Reason.ALREADY_TAKEN);
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
