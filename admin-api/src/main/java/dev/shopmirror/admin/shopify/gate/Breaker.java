package dev.shopmirror.admin.shopify.gate;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Tells a shop that does not answer from one that does: after some failures in a row nothing is sent for a while, then
 * one call tries. Made by hand because there is one for each shop, and shops come and go; an annotated method has one.
 */
final class Breaker {

    private final int failuresToOpen;
    private final long openNanos;
    private int failures;
    private long retryAt;
    private boolean trying;
    private @Nullable String lastFailure;

    Breaker(int failuresToOpen, Duration open) {
        this.failuresToOpen = failuresToOpen;
        this.openNanos = open.toNanos();
    }

    boolean isOpen() {
        return failures >= failuresToOpen;
    }

    /** One call is under way to see whether the shop is back. */
    boolean isTrying() {
        return trying;
    }

    boolean refuses(long now) {
        return isOpen() && (trying || retryAt - now > 0);
    }

    /** A call leaves. */
    void began() {
        trying = isOpen();
    }

    /** Whatever the answer says: the shop is there. */
    void answered() {
        failures = 0;
        trying = false;
        lastFailure = null;
    }

    /** Failures of calls that left before it opened do not prolong it. */
    void failed(String why, long now) {
        if (!isOpen() || trying) {
            failures++;
            retryAt = now + openNanos;
            lastFailure = why;
        }
        trying = false;
    }

    /** Nobody waited for the answer. */
    void abandoned() {
        trying = false;
    }

    /** For the message of a refusal. */
    String describe(long now) {
        String when = trying ? "is being tried right now" : "is tried again in " + seconds(retryAt - now) + " s";
        return "no answer " + failures + " times in a row (last: " + lastFailure + "); it " + when;
    }

    private static long seconds(long nanos) {
        return Math.max(1, Math.round(nanos / 1e9));
    }
}
