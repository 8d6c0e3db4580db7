package dev.shopmirror.admin.store;

import jakarta.enterprise.context.ApplicationScoped;

import dev.shopmirror.admin.secret.Secret;
import dev.shopmirror.admin.secret.TokenCipher;

/** Puts tokens into a store's row and takes them out; the row and the column are sealed in with them. */
@ApplicationScoped
class Credentials {

    private final TokenCipher cipher;

    Credentials(TokenCipher cipher) {
        this.cipher = cipher;
    }

    void put(NewStore from, Store store) {
        store.credentialKind = from.credentialKind();
        store.accessToken = encrypt(from.accessToken(), store, "access_token");
        store.refreshToken = encrypt(from.refreshToken(), store, "refresh_token");
        store.accessTokenExpiresAt = from.expiresAt() == null
                ? null
                : NewStoreRules.instant(from.expiresAt()).orElseThrow();
    }

    Secret accessToken(Store store) {
        return cipher.decrypt(store.accessToken, place(store, "access_token"));
    }

    private String encrypt(Secret token, Store store, String column) {
        return token == null ? null : cipher.encrypt(token, place(store, column));
    }

    private static String place(Store store, String column) {
        return "store " + store.id + " " + column;
    }
}
