package dev.shopmirror.admin.webhook;

import java.util.List;

import dev.shopmirror.admin.shopify.ShopifyException;
import dev.shopmirror.admin.shopify.Subscription;

/** What became of the wanted subscriptions. */
record Registration(List<Subscription> created, List<Subscription> existing, List<TopicError> errors) {

    /** What became of one of them. */
    sealed interface Outcome {
        record Created(Subscription subscription) implements Outcome {}

        record Existing(Subscription subscription) implements Outcome {}

        record Failed(String topic, ShopifyException failure) implements Outcome {}
    }

    static Registration of(List<Outcome> outcomes) {
        return new Registration(
                select(outcomes, Outcome.Created.class).stream()
                        .map(Outcome.Created::subscription)
                        .toList(),
                select(outcomes, Outcome.Existing.class).stream()
                        .map(Outcome.Existing::subscription)
                        .toList(),
                select(outcomes, Outcome.Failed.class).stream()
                        .map(failed -> TopicError.of(failed.topic(), failed.failure()))
                        .toList());
    }

    private static <T> List<T> select(List<Outcome> outcomes, Class<T> kind) {
        return outcomes.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
