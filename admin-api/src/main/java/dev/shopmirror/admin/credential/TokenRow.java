package dev.shopmirror.admin.credential;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * What is to be known of a store to call Shopify for it. Tokens are encrypted, and null where there is none: so it is
 * with a redacted store, or before the first token by client credentials.
 *
 * @param accessTokenExpiresAt null when unknown
 */
record TokenRow(
        UUID id,
        String shopDomain,
        String status,
        CredentialKind kind,
        String accessToken,
        Instant accessTokenExpiresAt,
        String refreshToken) {

    /** What can be done with the access token. */
    enum State {
        USABLE,
        /** Good for a call or two; the next one is to be fetched. */
        EXPIRING,
        /** Not there, or expired. */
        SPENT
    }

    /** A token with less left is renewed. */
    private static final Duration RENEW_BEFORE = Duration.ofMinutes(2);

    /** A call that starts with less left may meet an expired token: clocks differ, and calls wait. */
    private static final Duration LAST_USE_BEFORE = Duration.ofSeconds(15);

    State state(Instant now) {
        if (accessToken == null) {
            return State.SPENT;
        }
        // Unknown is not "never": it is used until Shopify refuses it.
        if (accessTokenExpiresAt == null || now.plus(RENEW_BEFORE).isBefore(accessTokenExpiresAt)) {
            return State.USABLE;
        }
        return now.plus(LAST_USE_BEFORE).isBefore(accessTokenExpiresAt) ? State.EXPIRING : State.SPENT;
    }

    /** Whether Shopify would give another token for what is here. */
    boolean isRenewable() {
        return !isRedacted() && (kind == CredentialKind.CLIENT_CREDENTIALS || refreshToken != null);
    }

    boolean isRedacted() {
        return status.equals("redacted");
    }

    /** Without the ciphertexts. */
    @Override
    public String toString() {
        return "TokenRow[" + id + ", " + shopDomain + ", " + status + ", " + kind + ", " + accessTokenExpiresAt + "]";
    }
}
