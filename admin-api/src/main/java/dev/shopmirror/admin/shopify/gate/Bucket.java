package dev.shopmirror.admin.shopify.gate;

/**
 * Shopify's leaky bucket as seen from here: calls fill it, time drains it. It runs full half a second of draining
 * before Shopify's does, because calls do not arrive in the rhythm in which they left.
 */
final class Bucket {

    private static final double NANOS = 1e9;
    private static final double HEADROOM_SECONDS = 0.5;
    /** Of a point: what is lost in reckoning must not delay a call by a nanosecond. */
    private static final double NOTHING = 1e-6;

    private double capacity;
    private double perSecond;
    private double level;
    private long asOf;

    /** @param now nanoseconds of a clock that only goes forward, as everywhere here */
    Bucket(Usage assumed, long now) {
        this.capacity = assumed.capacity();
        this.perSecond = assumed.restoredPerSecond();
        this.level = assumed.used();
        this.asOf = now;
    }

    /** Until there is room for this much; never for longer than it takes to drain the bucket for the last piece of it. */
    long nanosUntilRoomFor(double points, long now) {
        drain(now);
        double over = level + points - usable();
        return over <= NOTHING ? 0 : (long) Math.ceil(over / perSecond * NANOS);
    }

    void take(double points, long now) {
        drain(now);
        level += points;
    }

    /**
     * A bucket that others fill too is fuller than it looks from here. It is never emptier: an answer may be older than
     * the calls that left since.
     *
     * @param reserved points that were taken for the call
     */
    void learn(Usage usage, double reserved, long now) {
        drain(now);
        if (usage.isNonsense()) {
            return;
        }
        capacity = usage.capacity();
        perSecond = usage.restoredPerSecond();
        level = Math.max(level - reserved + usage.charged(), usage.used());
    }

    /** Shopify says so, whatever was reckoned: from now on calls leave one by one. */
    void fill(long now) {
        drain(now);
        level = Math.max(level, usable());
    }

    /** The most that one call can have: a dearer one leaves when the bucket is empty. */
    double usable() {
        return Math.max(capacity - perSecond * HEADROOM_SECONDS, 1);
    }

    private void drain(long now) {
        double seconds = Math.max(now - asOf, 0) / NANOS;
        level = Math.max(level - seconds * perSecond, 0);
        asOf = now;
    }
}
