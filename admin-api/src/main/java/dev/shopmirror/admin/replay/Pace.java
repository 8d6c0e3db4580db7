package dev.shopmirror.admin.replay;

import java.time.Duration;

/** Spreads events over time. */
public final class Pace {

    private final int perSecond;

    /** @param perSecond how many events, at most */
    public Pace(int perSecond) {
        this.perSecond = Math.max(1, perSecond);
    }

    /** How long to wait after so many events that took so long already. */
    public Duration pauseAfter(int events, Duration taken) {
        Duration due = Duration.ofNanos(events * 1_000_000_000L / perSecond);
        return taken.compareTo(due) < 0 ? due.minus(taken) : Duration.ZERO;
    }
}
