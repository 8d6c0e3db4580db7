package dev.shopmirror.admin.subscription;

import java.util.List;
import java.util.stream.Stream;

import dev.shopmirror.admin.shopify.Subscription;

/**
 * What became of a plan.
 *
 * @param existing were there as wanted
 * @param removed are gone from Shopify, by us or in the meantime
 */
public record Registration(
        List<Subscription> created,
        List<Subscription> existing,
        List<Subscription> updated,
        List<Subscription> removed,
        List<Failure> errors) {

    /** What became of one subscription. */
    sealed interface Outcome {
        record Created(Subscription subscription) implements Outcome {}

        record Existing(Subscription subscription) implements Outcome {}

        record Updated(Subscription subscription) implements Outcome {}

        record Removed(Subscription subscription) implements Outcome {}

        record Failed(Failure failure) implements Outcome {}
    }

    static Registration of(List<Outcome> outcomes) {
        return new Registration(
                of(outcomes, Outcome.Created.class)
                        .map(Outcome.Created::subscription)
                        .toList(),
                of(outcomes, Outcome.Existing.class)
                        .map(Outcome.Existing::subscription)
                        .toList(),
                of(outcomes, Outcome.Updated.class)
                        .map(Outcome.Updated::subscription)
                        .toList(),
                of(outcomes, Outcome.Removed.class)
                        .map(Outcome.Removed::subscription)
                        .toList(),
                of(outcomes, Outcome.Failed.class).map(Outcome.Failed::failure).toList());
    }

    private static <T> Stream<T> of(List<Outcome> outcomes, Class<T> kind) {
        return outcomes.stream().filter(kind::isInstance).map(kind::cast);
    }
}
