package dev.shopmirror.admin.webhook;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import dev.shopmirror.admin.destination.WantedWebhook;
import dev.shopmirror.admin.destination.WebhookTarget;
import dev.shopmirror.admin.security.AuditLog;
import dev.shopmirror.admin.shopify.ShopAccess;
import dev.shopmirror.admin.shopify.ShopifyException;
import dev.shopmirror.admin.shopify.ShopifyException.Reason;
import dev.shopmirror.admin.shopify.Subscription;
import dev.shopmirror.admin.shopify.SubscriptionRequest;
import dev.shopmirror.admin.shopify.WebhookSubscriptions;
import dev.shopmirror.admin.store.Store;
import dev.shopmirror.admin.webhook.Registration.Outcome;

/** Brings a store's subscriptions at Shopify to what is wanted, by adding only. */
@ApplicationScoped
class WebhookRegistrar {

    private final WebhookSubscriptions subscriptions;
    private final RecordedWebhooks recorded;
    private final WebhookTarget target;
    private final AuditLog audit;

    WebhookRegistrar(
            WebhookSubscriptions subscriptions, RecordedWebhooks recorded, WebhookTarget target, AuditLog audit) {
        this.subscriptions = subscriptions;
        this.recorded = recorded;
        this.target = target;
        this.audit = audit;
    }

    /** Fails with a {@link ShopifyException} when Shopify does not even tell what it has. */
    Uni<Registration> register(Store store, ShopAccess shop, List<WantedWebhook> wanted) {
        return subscriptions
                .list(shop)
                .map(actual -> RegistrationPlan.of(wanted, actual))
                .flatMap(plan -> carryOut(store, shop, plan));
    }

    /** One after the other: a shop's limit is small, and each success is recorded before the next call. */
    private Uni<Registration> carryOut(Store store, ShopAccess shop, RegistrationPlan plan) {
        List<Uni<Outcome>> steps = new ArrayList<>();
        plan.existing().forEach(found -> steps.add(adopt(store, found)));
        plan.create().forEach(missing -> steps.add(create(store, shop, missing)));
        return Multi.createFrom()
                .iterable(steps)
                .onItem()
                .transformToUniAndConcatenate(step -> step)
                .collect()
                .asList()
                .map(Registration::of);
    }

    private Uni<Outcome> create(Store store, ShopAccess shop, WantedWebhook wanted) {
        return subscriptions
                .create(shop, SubscriptionRequest.of(wanted.topic(), wanted.address()))
                .flatMap(created -> recordCreation(store, created))
                .onFailure(WebhookRegistrar::isTaken)
                .recoverWithUni(taken -> find(store, shop, wanted, (ShopifyException) taken))
                .onFailure(ShopifyException.class)
                .recoverWithItem(failure -> new Outcome.Failed(wanted.topic(), (ShopifyException) failure));
    }

    private Uni<Outcome> recordCreation(Store store, Subscription created) {
        audit.record("Webhook created", details(store, created));
        return recorded.record(store.id(), created, target.baseUrl()).replaceWith(new Outcome.Created(created));
    }

    /** It delivers to our own address, so it is ours, even where the record of its creation was lost. */
    private Uni<Outcome> adopt(Store store, Subscription found) {
        return recorded.record(store.id(), found, target.baseUrl()).replaceWith(new Outcome.Existing(found));
    }

    /** Somebody was faster, or the list was older than the refusal: what is there now counts. */
    private Uni<Outcome> find(Store store, ShopAccess shop, WantedWebhook wanted, ShopifyException taken) {
        return subscriptions
                .list(shop)
                .map(actual -> RegistrationPlan.find(wanted, actual).orElseThrow(() -> taken))
                .flatMap(found -> adopt(store, found));
    }

    private static boolean isTaken(Throwable failure) {
        return failure instanceof ShopifyException shopify && shopify.reason() == Reason.ALREADY_TAKEN;
    }

    private static String details(Store store, Subscription subscription) {
        return "store=%s shop=%s topic=%s webhookId=%d address=%s"
                .formatted(
                        store.id(),
                        store.shopDomain(),
                        subscription.topic(),
                        subscription.id(),
                        subscription.address());
    }
}
