package dev.shopmirror.admin.credential;

import java.time.Instant;

/** Credentials as a store's row keeps them: tokens encrypted, null where there is none. */
public record SealedCredentials(
        CredentialKind kind, String accessToken, String refreshToken, Instant accessTokenExpiresAt) {

    /** Without the ciphertexts. */
    @Override
    public String toString() {
        return "SealedCredentials[" + kind + ", " + accessTokenExpiresAt + "]";
    }
}
