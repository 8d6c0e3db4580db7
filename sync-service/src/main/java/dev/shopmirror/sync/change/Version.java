package dev.shopmirror.sync.change;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;

import org.jspecify.annotations.Nullable;

/**
 * The place of an event in its resource's history: one total order, whatever order events arrive in.
 *
 * @param at {@code updated_at} of the body in whole seconds, or {@code triggeredAt} where the body has none
 * @param triggeredAt decides between states of one second
 * @param webhookId decides between the rest, so that every replica decides alike
 */
public record Version(Instant at, Instant triggeredAt, String webhookId) implements Comparable<Version> {

    /** Headers are not signed: a forged Triggered-At must not outrank the future. */
    private static final Duration MAX_AHEAD = Duration.ofMinutes(5);

    private static final Comparator<Version> ORDER = Comparator.comparing(Version::at)
            .thenComparing(Version::triggeredAt)
            .thenComparing(Version::webhookId);

    /**
     * @param updatedAt of the body; null when it has none
     * @param triggeredAt of the headers; null when absent
     * @param receivedAt our clock: only a bound for {@code triggeredAt}, or its stand-in
     */
    public static Version of(
            @Nullable Instant updatedAt, @Nullable Instant triggeredAt, Instant receivedAt, String webhookId) {
        Instant triggered = triggeredAt == null ? receivedAt : earlier(triggeredAt, receivedAt.plus(MAX_AHEAD));
        return new Version(
                (updatedAt == null ? triggered : updatedAt).truncatedTo(ChronoUnit.SECONDS),
                triggered.truncatedTo(ChronoUnit.MICROS),
                webhookId);
    }

    @Override
    public int compareTo(Version other) {
        return ORDER.compare(this, other);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
