package dev.shopmirror.admin.credential;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.shopmirror.admin.problem.Problem;
import dev.shopmirror.admin.problem.ProblemException;
import dev.shopmirror.admin.secret.Secret;
import dev.shopmirror.admin.secret.TokenCipher;
import dev.shopmirror.admin.shopify.oauth.TokenGrant;

/** Encrypts tokens for a store's row and decrypts them again; the row and the column are sealed in with them. */
@ApplicationScoped
public class TokenSeal {

    /** Where a token is kept. */
    public enum Column {
        ACCESS_TOKEN("access_token"),
        REFRESH_TOKEN("refresh_token");

        private final String name;

        Column(String name) {
            this.name = name;
        }
    }

    private final TokenCipher cipher;

    TokenSeal(TokenCipher cipher) {
        this.cipher = cipher;
    }

    /** @param given without violations */
    public SealedCredentials seal(UUID storeId, GivenCredentials given) {
        return new SealedCredentials(
                given.kind(),
                seal(storeId, Column.ACCESS_TOKEN, given.accessToken()),
                seal(storeId, Column.REFRESH_TOKEN, given.refreshToken()),
                given.expiry().orElse(null));
    }

    /** @param now when the grant was asked for: what it lives is counted from there */
    SealedCredentials seal(UUID storeId, CredentialKind kind, TokenGrant grant, Instant now) {
        return new SealedCredentials(
                kind,
                seal(storeId, Column.ACCESS_TOKEN, grant.accessToken()),
                seal(storeId, Column.REFRESH_TOKEN, grant.refreshToken().orElse(null)),
                grant.lifetime()
                        .map(lifetime -> now.plus(lifetime).truncatedTo(ChronoUnit.MICROS))
                        .orElse(null));
    }

    /** Under the key that encrypts now; null for null. */
    public String seal(UUID storeId, Column column, Secret token) {
        return token == null ? null : cipher.encrypt(token, place(storeId, column));
    }

    /** Null for null; fails with a problem when it cannot be decrypted. */
    public Secret open(UUID storeId, Column column, String ciphertext) {
        try {
            return ciphertext == null ? null : cipher.decrypt(ciphertext, place(storeId, column));
        } catch (IllegalStateException e) {
            throw ProblemException.of(
                    Problem.ACCESS_TOKEN_UNAVAILABLE,
                    e.getMessage() + ". Put the key back into TOKEN_ENCRYPTION_KEYS, or give new credentials");
        }
    }

    /** Tokens under another key than this are to be encrypted anew. */
    public String currentKeyId() {
        return cipher.currentKeyId();
    }

    private static String place(UUID storeId, Column column) {
        return "store " + storeId + " " + column.name;
    }
}
