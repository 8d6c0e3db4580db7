package dev.shopmirror.system.convergence;

import java.util.List;

import dev.shopmirror.simulator.delivery.DeliveryAttempt;
import dev.shopmirror.simulator.shop.Shop;
import dev.shopmirror.system.history.History;
import dev.shopmirror.system.route.Traffic;

/**
 * How much was done.
 *
 * @param overtaken deliveries that came when a newer state was there already
 */
record Counts(
        long histories, long actions, long acknowledged, long duplicates, long retries, long records, long overtaken) {

    static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0);

    static Counts of(History history, Shop shop, Traffic traffic, int overtaken) {
        List<DeliveryAttempt> attempts = shop.deliveries();
        return new Counts(
                1,
                history.actions().size(),
                traffic.acknowledged().size(),
                attempts.stream().filter(DeliveryAttempt::duplicate).count(),
                attempts.stream().filter(attempt -> attempt.attempt() > 1).count(),
                traffic.records(),
                overtaken);
    }

    Counts plus(Counts other) {
        return new Counts(
                histories + other.histories,
                actions + other.actions,
                acknowledged + other.acknowledged,
                duplicates + other.duplicates,
                retries + other.retries,
                records + other.records,
                overtaken + other.overtaken);
    }

    @Override
    public String toString() {
        return histories + " histories, " + actions + " actions, " + acknowledged + " deliveries acknowledged, "
                + duplicates + " duplicates sent, " + retries + " retries, " + records + " records published, "
                + overtaken
                + " overtaken";
    }
}
