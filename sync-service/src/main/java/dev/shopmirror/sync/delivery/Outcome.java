package dev.shopmirror.sync.delivery;

import dev.shopmirror.sync.apply.Result;
import dev.shopmirror.sync.store.StoreEvent;
import dev.shopmirror.sync.table.PoisonException;

/**
 * What became of a delivery, as the column {@code outcome} says it.
 *
 * @param reason null where the kind says it all
 * @param error for people; null unless dead-lettered
 */
public record Outcome(Kind kind, String reason, String error) {

    public static final Outcome APPLIED = new Outcome(Kind.APPLIED, null, null);
    public static final Outcome STALE = new Outcome(Kind.STALE, null, null);
    /** A newer event of the same batch made it needless. */
    public static final Outcome SUPERSEDED = new Outcome(Kind.STALE, "superseded", null);

    /** A shop is erased only after it was uninstalled for a day: it may have been installed again. */
    public static final Outcome NOT_UNINSTALLED = new Outcome(Kind.STALE, "not_uninstalled", null);

    /** Values of the column, in lower case. */
    public enum Kind {
        APPLIED,
        STALE,
        IGNORED,
        DEAD_LETTERED
    }

    static Outcome of(Result result) {
        return switch (result) {
            case WRITTEN -> APPLIED;
            case STALE -> STALE;
            case SUPERSEDED -> SUPERSEDED;
        };
    }

    /** @param changed whether the store changed */
    static Outcome of(StoreEvent event, boolean changed) {
        if (changed) {
            return APPLIED;
        }
        return event.kind() == StoreEvent.Kind.SHOP_REDACTED ? NOT_UNINSTALLED : STALE;
    }

    public static Outcome ignored(IgnoreReason reason) {
        return new Outcome(Kind.IGNORED, reason.code(), null);
    }

    static Outcome deadLettered(PoisonException poison) {
        return new Outcome(Kind.DEAD_LETTERED, poison.reason().code(), poison.getMessage());
    }
}
