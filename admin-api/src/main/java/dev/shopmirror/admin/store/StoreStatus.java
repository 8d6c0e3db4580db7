package dev.shopmirror.admin.store;

import java.util.Locale;

import jakarta.persistence.EnumeratedValue;

import com.fasterxml.jackson.annotation.JsonValue;

/** Where a store is in its life, in the words of the database and of the API. */
public enum StoreStatus {
    ACTIVE,
    INACTIVE,
    UNINSTALLED,
    DISCONNECTED,
    REDACTED;

    @EnumeratedValue
    private final String value = name().toLowerCase(Locale.ROOT);

    /** Whether its webhooks are applied; those of the others are recorded as ignored. */
    public boolean isMirrored() {
        return this == ACTIVE || this == DISCONNECTED;
    }

    @JsonValue
    public String value() {
        return value;
    }
}
