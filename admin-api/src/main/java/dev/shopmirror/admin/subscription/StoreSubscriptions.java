package dev.shopmirror.admin.subscription;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.shopmirror.admin.credential.Purpose;
import dev.shopmirror.admin.destination.WebhookTarget;
import dev.shopmirror.admin.shopify.Subscription;
import dev.shopmirror.admin.store.Store;
import dev.shopmirror.admin.subscription.SubscriptionRecords.Known;
import dev.shopmirror.admin.wanted.WantedTopic;

/** What a store has at Shopify, whose that is, and what it should have. */
@ApplicationScoped
public class StoreSubscriptions {

    private final ShopWebhooks shopify;
    private final SubscriptionRecords records;
    private final WebhookTarget target;

    StoreSubscriptions(ShopWebhooks shopify, SubscriptionRecords records, WebhookTarget target) {
        this.shopify = shopify;
        this.records = records;
        this.target = target;
    }

    /** What Shopify listed. */
    public record Observation(List<Subscription> actual, Ownership ownership) {

        public SubscriptionPlan planFor(WantedSet wanted) {
            return SubscriptionPlan.of(wanted.webhooks(), actual, ownership);
        }

        public boolean isOurs(Subscription subscription) {
            return ownership.owns(subscription);
        }
    }

    /** Fails as the call to Shopify does. What is recorded as ours follows what it lists. */
    public Uni<Observation> observe(Store store) {
        return observe(store, Purpose.SERVE);
    }

    /** The same for a store whose status is one for the purpose. */
    public Uni<Observation> observe(Store store, Purpose purpose) {
        return records.of(store.id()).flatMap(known -> observe(store, purpose, known));
    }

    /** What the store should have. */
    public WantedSet wanted(Store store) {
        return WantedSet.of(topics(store), target);
    }

    /** What it should have of these topics, by a request that names them. */
    public WantedSet wanted(Store store, List<String> named) {
        return WantedSet.ofNamed(named, topics(store), target);
    }

    private List<WantedTopic> topics(Store store) {
        return store.wantedWebhooks().orElseGet(target::defaultTopics);
    }

    private Uni<Observation> observe(Store store, Purpose purpose, Known known) {
        Ownership ownership = Ownership.of(known.ids(), known.baseUrls(), target.baseUrl());
        return shopify.list(store, purpose)
                .call(actual -> followUp(store.id(), actual, known, ownership))
                .map(actual -> new Observation(actual, ownership));
    }

    /** Takes over what delivers to us, even where the record of its creation was lost, and forgets what is gone. */
    private Uni<Void> followUp(UUID storeId, List<Subscription> actual, Known known, Ownership ownership) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (Subscription found : unrecorded(actual, ownership)) {
            String baseUrl = ownership.baseUrlOf(found).orElseThrow().value();
            all = all.chain(() -> records.record(storeId, found, baseUrl));
        }
        List<Long> ids = actual.stream().map(Subscription::id).toList();
        Set<Long> gone = new HashSet<>(known.ids());
        ids.forEach(gone::remove);
        return gone.isEmpty() ? all : all.chain(() -> records.forgetAllBut(storeId, ids, known.asOf()));
    }

    private static List<Subscription> unrecorded(List<Subscription> actual, Ownership ownership) {
        List<Subscription> found = new ArrayList<>(actual);
        found.removeIf(
                one -> ownership.isRecorded(one) || ownership.baseUrlOf(one).isEmpty());
        return found;
    }
}
