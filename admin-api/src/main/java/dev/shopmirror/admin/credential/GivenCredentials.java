package dev.shopmirror.admin.credential;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import dev.shopmirror.admin.secret.Secret;

/**
 * Credentials as a request gives them, in one of three forms; {@link CredentialRules} says whether they are one. Every
 * component may be null.
 *
 * @param expiresAt RFC 3339, with any offset
 */
public record GivenCredentials(Secret accessToken, Secret refreshToken, String expiresAt, Boolean clientCredentials) {

    /** Whether the request says nothing of credentials. */
    public boolean isAbsent() {
        return accessToken == null && refreshToken == null && expiresAt == null && clientCredentials == null;
    }

    boolean hasClientCredentials() {
        return Boolean.TRUE.equals(clientCredentials);
    }

    CredentialKind kind() {
        if (hasClientCredentials()) {
            return CredentialKind.CLIENT_CREDENTIALS;
        }
        return refreshToken == null ? CredentialKind.ACCESS_TOKEN : CredentialKind.REFRESHABLE_TOKEN;
    }

    /** To the microsecond, as PostgreSQL keeps it; empty when there is none, or what is there is no time. */
    Optional<Instant> expiry() {
        try {
            return Optional.ofNullable(expiresAt)
                    .map(text -> OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
