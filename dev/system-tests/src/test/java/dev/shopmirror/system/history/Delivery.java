package dev.shopmirror.system.history;

import dev.shopmirror.simulator.delivery.DeliveryOptions;

/**
 * How a history's events travel.
 *
 * @param duplicates 0 to 1: how probably an event is sent twice
 * @param disorder 0 to 1: how probably later ones overtake it
 * @param maxDelayMillis the most that it waits before it is sent
 * @param concurrency how many are under way at once
 * @param trouble 0 to 1: how probably an attempt fails on the route, before or after it was published
 * @param seed of these choices
 */
public record Delivery(
        double duplicates, double disorder, int maxDelayMillis, int concurrency, double trouble, long seed) {

    /** For the simulator. */
    public DeliveryOptions over(DeliveryOptions options) {
        return options.withDuplicates(duplicates)
                .withDisorder(disorder)
                .withDelay(0, maxDelayMillis)
                .withConcurrency(concurrency)
                .withSeed(seed);
    }
}
