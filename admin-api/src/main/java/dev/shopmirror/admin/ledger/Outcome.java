package dev.shopmirror.admin.ledger;

import java.util.Locale;
import java.util.Optional;

/** What became of a delivery, as the column {@code outcome} says it. */
public enum Outcome {
    APPLIED,
    STALE,
    IGNORED,
    DEAD_LETTERED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Outcome> parse(String code) {
        for (Outcome outcome : values()) {
            if (outcome.code().equals(code)) {
                return Optional.of(outcome);
            }
        }
        return Optional.empty();
    }
}
