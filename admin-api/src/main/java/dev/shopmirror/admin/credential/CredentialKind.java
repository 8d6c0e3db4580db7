package dev.shopmirror.admin.credential;

import java.util.Locale;

import jakarta.persistence.EnumeratedValue;

import com.fasterxml.jackson.annotation.JsonValue;

/** How Shopmirror gets a store's access token. */
public enum CredentialKind {
    /** A token that does not expire. */
    ACCESS_TOKEN,
    /** An expiring token and the refresh token for the next one. */
    REFRESHABLE_TOKEN,
    /** The app's own id and secret. */
    CLIENT_CREDENTIALS;

    @EnumeratedValue
    private final String value = name().toLowerCase(Locale.ROOT);

    @JsonValue
    public String value() {
        return value;
    }
}
