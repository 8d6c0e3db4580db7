package dev.shopmirror.admin.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.shopmirror.admin.shopify.ShopifyException.Reason;
import dev.shopmirror.admin.shopify.Subscription;
import dev.shopmirror.admin.subscription.Failure;
import dev.shopmirror.admin.subscription.SubscriptionPlan;
import dev.shopmirror.admin.subscription.WantedSet;

/** What differs at Shopify from what a store should have; nothing in it changes from look to look by itself. */
record Drift(List<Entry> entries) {

    /** Of a shop that does not answer there is no more to say: numbers and times would be news at each look. */
    static final String NO_ANSWER = Reason.UNREACHABLE.code() + ": The shop does not answer";

    private static final String NO_ROOM =
            Reason.RATE_LIMITED.code() + ": The shop's limit leaves no room for the calls";

    enum Kind {
        /** Wanted, and not there: Shopify removes what fails to be delivered for long. */
        MISSING,
        /** There, with other fields or another filter. */
        DIFFERS,
        /** Delivers to a former base URL. */
        MOVED,
        /** Delivers to a former base URL what today's one gets too. */
        SUPERSEDED,
        /** Ours, and not wanted. */
        UNWANTED,
        /** Wanted, and refused before Shopify is asked. */
        REFUSED,
        /** Deliveries come twice: there is a subscription that the Admin API does not list. */
        DUPLICATE,
        /** Shopify did not say what it has. */
        UNKNOWN;

        String value() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param topic null when it is about no topic alone
     * @param webhookId Shopify's; null when there is none
     * @param message for people; null when the kind says it all
     */
    record Entry(String topic, Kind kind, Long webhookId, String message) {}

    /**
     * @param failures of an attempt to heal
     * @param duplicates topics whose deliveries came twice lately
     */
    static Drift of(WantedSet wanted, SubscriptionPlan plan, List<Failure> failures, List<String> duplicates) {
        List<Entry> entries = new ArrayList<>();
        plan.create()
                .forEach(one -> entries.add(new Entry(one.topic(), Kind.MISSING, null, why(one.topic(), failures))));
        plan.update()
                .forEach(one -> entries.add(new Entry(
                        one.current().topic(),
                        one.moves() ? Kind.MOVED : Kind.DIFFERS,
                        one.current().id(),
                        why(one.current().topic(), failures))));
        plan.superseded().forEach(one -> entries.add(entry(one, Kind.SUPERSEDED, why(one.topic(), failures))));
        plan.unwanted().forEach(one -> entries.add(entry(one, Kind.UNWANTED, null)));
        wanted.refused().forEach(one -> entries.add(new Entry(one.topic(), Kind.REFUSED, null, one.message())));
        duplicates.forEach(topic -> entries.add(new Entry(
                topic,
                Kind.DUPLICATE,
                null,
                "Deliveries come under two webhook ids: look for the topic in shopify.app.toml and in the shop's"
                        + " notification settings")));
        return new Drift(List.copyOf(entries));
    }

    /** @param why stable from look to look */
    static Drift unknown(String why) {
        return new Drift(List.of(new Entry(null, Kind.UNKNOWN, null, why)));
    }

    boolean isNone() {
        return entries.isEmpty();
    }

    /** {@code products/update missing, orders/create unwanted}. */
    String summary() {
        return String.join(
                ", ",
                entries.stream()
                        .map(one -> one.topic() == null
                                ? one.kind().value() + " (" + one.message() + ")"
                                : one.topic() + " " + one.kind().value())
                        .toList());
    }

    private static Entry entry(Subscription one, Kind kind, String message) {
        return new Entry(one.topic(), kind, one.id(), message);
    }

    private static String why(String topic, List<Failure> failures) {
        return failures.stream()
                .filter(failure -> topic.equals(failure.topic()))
                .map(Drift::why)
                .findFirst()
                .orElse(null);
    }

    /** The code and why, the same from look to look. */
    static String why(Failure failure) {
        if (failure.code().equals(Reason.UNREACHABLE.code())) {
            return NO_ANSWER;
        }
        return failure.code().equals(Reason.RATE_LIMITED.code()) ? NO_ROOM : failure.code() + ": " + failure.message();
    }
}
