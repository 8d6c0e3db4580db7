package dev.shopmirror.simulator.delivery;

import java.util.HashMap;
import java.util.Map;

/**
 * Decides when Shopify gives a subscription up: one delivery failed 8 times in a row, and none of the subscription's
 * other deliveries succeeded meanwhile. (Counting failures of different deliveries together would remove a subscription
 * within a second of a busy shop's outage, which is not what merchants see.)
 */
final class FailureStreaks {

    private static final int LIMIT = 8;

    private final Map<Long, Integer> successes = new HashMap<>();

    void succeeded(Run run) {
        successes.merge(run.delivery.target().subscriptionId(), 1, Integer::sum);
    }

    /** Whether this failure is the one that ends the subscription. */
    boolean failed(Run run) {
        int successesNow = successes.getOrDefault(run.delivery.target().subscriptionId(), 0);
        if (successesNow != run.successesSeen) {
            run.failuresInARow = 0;
            run.successesSeen = successesNow;
        }
        run.failuresInARow++;
        return run.failuresInARow == LIMIT;
    }
}
