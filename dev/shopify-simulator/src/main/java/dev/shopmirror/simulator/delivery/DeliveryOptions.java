package dev.shopmirror.simulator.delivery;

/**
 * How a shop's deliveries behave. What happens to which delivery is drawn from the seed in the order of the events, so
 * it is the same in every run with the same events; with a concurrency of 1 the order of arrival is too.
 *
 * @param duplicates 0 to 1: how probably a delivery is sent a second time, under the same webhook id
 * @param disorder 0 to 1: how probably a delivery is overtaken by later ones
 * @param minDelayMillis the least that a delivery waits before its first attempt
 * @param maxDelayMillis the most that it waits
 * @param seed of the choices; a new seed starts a new sequence
 * @param retryTimeScale 1 for Shopify's 8 retries over 4 hours, 0.0001 for the same within 1.5 seconds
 * @param paused nothing is sent until this is false again; nothing is lost
 * @param concurrency how many deliveries of the shop are under way at once
 */
public record DeliveryOptions(
        double duplicates,
        double disorder,
        long minDelayMillis,
        long maxDelayMillis,
        long seed,
        double retryTimeScale,
        boolean paused,
        int concurrency) {

    private static final int MOST_AT_ONCE = 256;

    /** @throws IllegalArgumentException naming the option that is out of range */
    public DeliveryOptions {
        require(duplicates >= 0 && duplicates <= 1, "duplicates must be 0 to 1");
        require(disorder >= 0 && disorder <= 1, "disorder must be 0 to 1");
        require(minDelayMillis >= 0, "minDelayMillis must not be negative");
        require(maxDelayMillis >= minDelayMillis, "maxDelayMillis must not be less than minDelayMillis");
        require(retryTimeScale > 0 && retryTimeScale <= 1, "retryTimeScale must be above 0 and at most 1");
        require(concurrency >= 1 && concurrency <= MOST_AT_ONCE, "concurrency must be 1 to " + MOST_AT_ONCE);
    }

    /** Every delivery once, at once, in order. */
    public static DeliveryOptions defaults(double retryTimeScale) {
        return new DeliveryOptions(0, 0, 0, 0, 1, retryTimeScale, false, 32);
    }

    /** The same with this probability of duplicates. */
    public DeliveryOptions withDuplicates(double probability) {
        return new DeliveryOptions(
                probability, disorder, minDelayMillis, maxDelayMillis, seed, retryTimeScale, paused, concurrency);
    }

    /** The same with this probability of being overtaken. */
    public DeliveryOptions withDisorder(double probability) {
        return new DeliveryOptions(
                duplicates, probability, minDelayMillis, maxDelayMillis, seed, retryTimeScale, paused, concurrency);
    }

    /** The same with first attempts delayed by so much, in milliseconds. */
    public DeliveryOptions withDelay(long minMillis, long maxMillis) {
        return new DeliveryOptions(
                duplicates, disorder, minMillis, maxMillis, seed, retryTimeScale, paused, concurrency);
    }

    /** The same with choices drawn from this seed. */
    public DeliveryOptions withSeed(long newSeed) {
        return new DeliveryOptions(
                duplicates, disorder, minDelayMillis, maxDelayMillis, newSeed, retryTimeScale, paused, concurrency);
    }

    /** The same with retries so much faster. */
    public DeliveryOptions withRetryTimeScale(double scale) {
        return new DeliveryOptions(
                duplicates, disorder, minDelayMillis, maxDelayMillis, seed, scale, paused, concurrency);
    }

    /** The same, stopped or going. */
    public DeliveryOptions withPaused(boolean stopped) {
        return new DeliveryOptions(
                duplicates, disorder, minDelayMillis, maxDelayMillis, seed, retryTimeScale, stopped, concurrency);
    }

    /** The same with so many deliveries at once. */
    public DeliveryOptions withConcurrency(int atOnce) {
        return new DeliveryOptions(
                duplicates, disorder, minDelayMillis, maxDelayMillis, seed, retryTimeScale, paused, atOnce);
    }

    private static void require(boolean holds, String words) {
        if (!holds) {
            throw new IllegalArgumentException(words);
        }
    }
}
