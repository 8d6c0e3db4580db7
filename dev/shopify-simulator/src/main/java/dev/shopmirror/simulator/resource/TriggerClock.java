package dev.shopmirror.simulator.resource;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

/** Gives every event of a shop a later time than the one before, to the microsecond, also when they come faster. */
public final class TriggerClock {

    private final InstantSource source;
    private @Nullable Instant last;

    /** @param source usually the system's clock */
    public TriggerClock(InstantSource source) {
        this.source = source;
    }

    /** Strictly later than any given before. */
    public synchronized Instant next() {
        Instant now = source.instant().truncatedTo(ChronoUnit.MICROS);
        Instant earliest = last == null ? now : last.plus(1, ChronoUnit.MICROS);
        Instant next = now.isBefore(earliest) ? earliest : now;
        last = next;
        return next;
    }
}
