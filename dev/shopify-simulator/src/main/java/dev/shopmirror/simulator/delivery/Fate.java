package dev.shopmirror.simulator.delivery;

import java.util.Random;

/**
 * What the seed has in store for one delivery.
 *
 * @param delayMillis before the first attempt
 * @param overtakenBy how many later deliveries go first
 * @param copied whether it is sent a second time
 * @param copyOvertakenBy how many later deliveries go before the copy; 0 sends both at the same moment
 */
record Fate(long delayMillis, int overtakenBy, boolean copied, int copyOvertakenBy) {

    private static final int MOST_OVERTAKERS = 8;

    /** Draws as often whatever the options, so that one option's change moves no other's choices. */
    static Fate draw(Random random, DeliveryOptions options) {
        double spread = options.maxDelayMillis() - options.minDelayMillis();
        long delay = options.minDelayMillis() + Math.round(spread * random.nextDouble());
        boolean overtaken = random.nextDouble() < options.disorder();
        int overtakers = 1 + random.nextInt(MOST_OVERTAKERS);
        boolean copied = random.nextDouble() < options.duplicates();
        boolean sameMoment = random.nextBoolean();
        int copyOvertakers = 1 + random.nextInt(MOST_OVERTAKERS);
        return new Fate(delay, overtaken ? overtakers : 0, copied, sameMoment ? 0 : copyOvertakers);
    }
}
