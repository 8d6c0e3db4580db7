package dev.shopmirror.simulator.limit;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Filled by calls, emptied by time. */
public final class LeakyBucket {

    private static final double NANOS_PER_SECOND = Duration.ofSeconds(1).toNanos();

    private final double size;
    private final double perSecond;
    private final LongSupplier nanoTime;
    private double level;
    private long measuredAt;

    /** @param nanoTime a clock that never goes back, as {@link System#nanoTime} */
    public LeakyBucket(double size, double perSecond, LongSupplier nanoTime) {
        this.size = size;
        this.perSecond = perSecond;
        this.nanoTime = nanoTime;
        this.measuredAt = nanoTime.getAsLong();
    }

    /** Fills it by so much, if that still fits. */
    public synchronized boolean take(double amount) {
        leak();
        boolean fits = level + amount <= size;
        if (fits) {
            level += amount;
        }
        return fits;
    }

    /** Gives back what was taken too much. */
    public synchronized void giveBack(double amount) {
        level = Math.max(0, level - amount);
    }

    /** How full it is. */
    public synchronized double level() {
        leak();
        return level;
    }

    /** How much still fits. */
    public double free() {
        return size - level();
    }

    private void leak() {
        long now = nanoTime.getAsLong();
        level = Math.max(0, level - (now - measuredAt) / NANOS_PER_SECOND * perSecond);
        measuredAt = now;
    }
}
