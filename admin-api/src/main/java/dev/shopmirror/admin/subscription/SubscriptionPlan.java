package dev.shopmirror.admin.subscription;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.shopmirror.admin.destination.WantedWebhook;
import dev.shopmirror.admin.shopify.Subscription;

/**
 * What it takes to get from the subscriptions a shop has to those that are wanted.
 *
 * @param create wanted, and nothing of ours has the topic
 * @param update wanted, and ours is there with another address, other fields or another filter
 * @param keep wanted and there, in the order of what is wanted
 * @param superseded ours, below a base URL of ours, of a topic that is delivered to the wanted address too: what a
 *     migration left behind
 * @param unwanted ours and not wanted; shown, and removed by nobody but an operator
 * @param foreign somebody else's: never in any other list
 */
public record SubscriptionPlan(
        List<WantedWebhook> create,
        List<Update> update,
        List<Subscription> keep,
        List<Subscription> superseded,
        List<Subscription> unwanted,
        List<Subscription> foreign) {

    /** One of ours that is to become the wanted one. */
    public record Update(WantedWebhook wanted, Subscription current) {

        /** A new one is made before the old one goes, so that no event falls between. */
        public boolean moves() {
            return !wanted.address().equals(current.address());
        }
    }

    /** @param wanted of two with the same topic the first counts: Shopify has one for a topic and an address */
    static SubscriptionPlan of(List<WantedWebhook> wanted, List<Subscription> actual, Ownership ownership) {
        List<Subscription> ours = new ArrayList<>(actual);
        ours.removeIf(one -> !ownership.owns(one));
        List<Subscription> foreign = new ArrayList<>(actual);
        foreign.removeAll(ours);
        Map<String, WantedWebhook> byTopic = new LinkedHashMap<>();
        wanted.forEach(one -> byTopic.putIfAbsent(one.topic(), one));

        List<WantedWebhook> create = new ArrayList<>();
        List<Update> update = new ArrayList<>();
        List<Subscription> keep = new ArrayList<>();
        for (WantedWebhook one : byTopic.values()) {
            Optional<Subscription> current = closest(one, ours, ownership);
            current.ifPresent(ours::remove);
            if (current.isEmpty()) {
                create.add(one);
            } else if (isAsWanted(one, current.get())) {
                keep.add(current.get());
            } else {
                update.add(new Update(one, current.get()));
            }
        }
        List<Subscription> superseded = new ArrayList<>(ours);
        superseded.removeIf(one ->
                !byTopic.containsKey(one.topic()) || ownership.baseUrlOf(one).isEmpty());
        ours.removeAll(superseded);
        return new SubscriptionPlan(
                List.copyOf(create),
                List.copyOf(update),
                List.copyOf(keep),
                List.copyOf(superseded),
                List.copyOf(ours),
                List.copyOf(foreign));
    }

    /** Nothing is left for a registration to do. */
    public boolean isFulfilled() {
        return create.isEmpty() && update.isEmpty() && superseded.isEmpty();
    }

    static Optional<Subscription> find(WantedWebhook wanted, List<Subscription> actual) {
        return actual.stream()
                .filter(one -> one.delivers(wanted.topic(), wanted.address()))
                .findFirst();
    }

    /** Ours by its id alone was pointed elsewhere by somebody: that is not undone, and a new one is made. */
    private static Optional<Subscription> closest(WantedWebhook wanted, List<Subscription> ours, Ownership ownership) {
        return find(wanted, ours).or(() -> ours.stream()
                .filter(one -> one.topic().equals(wanted.topic())
                        && ownership.baseUrlOf(one).isPresent())
                .findFirst());
    }

    private static boolean isAsWanted(WantedWebhook wanted, Subscription current) {
        return current.delivers(wanted.topic(), wanted.address()) && wanted.cutsAs(current);
    }
}
