package dev.shopmirror.simulator.resource;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/**
 * New ids: above 2^53, so that a reader that goes through doubles is found out, and beyond those of an earlier start,
 * so that a database kept between runs meets no id twice.
 */
public final class IdSequence {

    private static final long IDS_PER_MILLISECOND = 400_000;

    private final AtomicLong last;

    /** @param start when the simulator started */
    public IdSequence(Instant start) {
        this.last = new AtomicLong(start.toEpochMilli() * IDS_PER_MILLISECOND);
    }

    /** An id that no resource has. */
    public long next() {
        return last.incrementAndGet();
    }
}
