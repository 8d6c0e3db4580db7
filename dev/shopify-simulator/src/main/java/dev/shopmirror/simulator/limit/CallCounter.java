package dev.shopmirror.simulator.limit;

import java.util.concurrent.atomic.AtomicLong;

/** Counts a shop's calls. */
public final class CallCounter {

    private final AtomicLong rest = new AtomicLong();
    private final AtomicLong graphql = new AtomicLong();
    private final AtomicLong token = new AtomicLong();
    private final AtomicLong throttledRest = new AtomicLong();
    private final AtomicLong throttledGraphql = new AtomicLong();
    private final AtomicLong faulty = new AtomicLong();

    /** A call to a REST resource came in. */
    public void rest() {
        rest.incrementAndGet();
    }

    /** A call to {@code graphql.json} came in. */
    public void graphql() {
        graphql.incrementAndGet();
    }

    /** A call to {@code oauth/access_token} came in. */
    public void token() {
        token.incrementAndGet();
    }

    /** A 429 goes out. */
    public void throttledRest() {
        throttledRest.incrementAndGet();
    }

    /** A {@code THROTTLED} goes out. */
    public void throttledGraphql() {
        throttledGraphql.incrementAndGet();
    }

    /** A fault takes a call. */
    public void faulty() {
        faulty.incrementAndGet();
    }

    /** As they stand. */
    public CallCounts counts() {
        return new CallCounts(
                rest.get(), graphql.get(), token.get(), throttledRest.get(), throttledGraphql.get(), faulty.get());
    }
}
