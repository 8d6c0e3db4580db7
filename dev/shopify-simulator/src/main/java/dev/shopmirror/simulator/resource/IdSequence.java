package dev.shopmirror.simulator.resource;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** New ids, beyond those of an earlier start, so that a database kept between runs meets no id twice. */
public final class IdSequence {

    private static final long IDS_PER_MILLISECOND = 400_000;
    private static final long SMALL_IDS_PER_MILLISECOND = 1_000;

    private final AtomicLong last;
    private final AtomicLong lastSmall;

    /** @param start when the simulator started */
    public IdSequence(Instant start) {
        this.last = new AtomicLong(start.toEpochMilli() * IDS_PER_MILLISECOND);
        this.lastSmall = new AtomicLong(start.toEpochMilli() * SMALL_IDS_PER_MILLISECOND);
    }

    /** An id that no resource has: above 2^53, so that a reader that goes through doubles is found out. */
    public long next() {
        return last.incrementAndGet();
    }

    /** The same below 2^53, for what people handle with tools that go through doubles, such as jq. */
    public long nextSmall() {
        return lastSmall.incrementAndGet();
    }
}
