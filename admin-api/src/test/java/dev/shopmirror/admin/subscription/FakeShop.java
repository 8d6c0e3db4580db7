package dev.shopmirror.admin.subscription;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import io.smallrye.mutiny.Uni;

import dev.shopmirror.admin.credential.Purpose;
import dev.shopmirror.admin.shopify.ShopifyException;
import dev.shopmirror.admin.shopify.ShopifyException.Reason;
import dev.shopmirror.admin.shopify.Subscription;
import dev.shopmirror.admin.shopify.SubscriptionRequest;
import dev.shopmirror.admin.store.Store;

/** A shop in memory, with Shopify's rules, that refuses what it is told to. */
final class FakeShop extends ShopWebhooks {

    final Map<Long, Subscription> subscriptions = new LinkedHashMap<>();

    /** {@code create products/update}, {@code delete 7}: in the order in which they were tried. */
    final List<String> calls = new ArrayList<>();

    boolean dropsFilters;

    private final Map<String, RuntimeException> refusals = new HashMap<>();
    private final Set<String> lostAnswers = new HashSet<>();
    private long lastId = 1000;

    FakeShop() {
        super(null, null);
    }

    static Subscription subscription(long id, String topic, String address) {
        return new Subscription(id, topic, address, "json", List.of(), null, null, null, null);
    }

    FakeShop has(Subscription... some) {
        for (Subscription one : some) {
            subscriptions.put(one.id(), one);
        }
        return this;
    }

    FakeShop refuses(String call, Reason reason) {
        return refuses(call, new ShopifyException(reason, "words", "id-1"));
    }

    FakeShop refuses(String call, RuntimeException failure) {
        refusals.put(call, failure);
        return this;
    }

    /** The call is carried out, and then made again, for nobody heard of it. */
    FakeShop losesAnswer(String call) {
        lostAnswers.add(call);
        return this;
    }

    void refusesNothing() {
        refusals.clear();
    }

    List<Subscription> all() {
        return List.copyOf(subscriptions.values());
    }

    @Override
    Uni<List<Subscription>> list(Store store, Purpose purpose) {
        return answer("list", this::all);
    }

    @Override
    Uni<Subscription> create(Store store, SubscriptionRequest wanted) {
        return answer("create " + wanted.topic(), () -> {
            if (all().stream().anyMatch(one -> one.delivers(wanted.topic(), wanted.address()))) {
                throw new ShopifyException(Reason.ALREADY_TAKEN, "taken", null);
            }
            return put(++lastId, wanted);
        });
    }

    @Override
    Uni<Subscription> update(Store store, long id, SubscriptionRequest wanted) {
        return answer("update " + id, () -> {
            requireThere(id);
            return put(id, wanted);
        });
    }

    @Override
    Uni<Void> delete(Store store, long id) {
        return answer("delete " + id, () -> {
            requireThere(id);
            subscriptions.remove(id);
            return null;
        });
    }

    private Subscription put(long id, SubscriptionRequest wanted) {
        String filter = dropsFilters ? null : wanted.filter();
        Subscription made = new Subscription(
                id, wanted.topic(), wanted.address(), "json", wanted.fields(), filter, null, null, null);
        subscriptions.put(id, made);
        return made;
    }

    private void requireThere(long id) {
        if (!subscriptions.containsKey(id)) {
            throw new ShopifyException(Reason.NOT_FOUND, "gone", null);
        }
    }

    private <T> Uni<T> answer(String call, Supplier<T> answer) {
        return Uni.createFrom().item(() -> {
            calls.add(call);
            if (refusals.containsKey(call)) {
                throw refusals.get(call);
            }
            T first = answer.get();
            return lostAnswers.remove(call) ? answer.get() : first;
        });
    }
}
