package dev.shopmirror.sync.delivery;

import java.util.Locale;

/** Why a delivery changes nothing, in the order in which the reasons are looked for. */
public enum IgnoreReason {
    TEST,
    UNKNOWN_STORE,
    INACTIVE_STORE,
    UNHANDLED_TOPIC;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
