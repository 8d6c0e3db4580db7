package dev.shopmirror.simulator.delivery;

import java.time.Duration;
import java.util.List;

/**
 * When a failed delivery is tried again: 8 times over 4 hours. The first seven gaps are those that Shopify's staff
 * reported for one delivery; the last fills the four hours that Shopify documents.
 */
final class RetrySchedule {

    static final int RETRIES = 8;

    private static final List<Duration> GAPS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(22),
            Duration.ofMinutes(30),
            Duration.ofMinutes(60),
            Duration.ofMinutes(118));

    private RetrySchedule() {}

    static boolean hasRetryAfter(int attempt) {
        return attempt <= RETRIES;
    }

    /**
     * @param attempt the failed one, from 1
     * @param scale 1 for Shopify's time, less for faster
     */
    static Duration gapAfter(int attempt, double scale) {
        return Duration.ofMillis(Math.round(GAPS.get(attempt - 1).toMillis() * scale));
    }
}
