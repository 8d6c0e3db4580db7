package dev.shopmirror.admin.credential;

import dev.shopmirror.admin.secret.TestCiphers;

/** Seals under other keys than the service has. */
public final class TestSeals {

    private TestSeals() {}

    /** @param keys as in {@code TOKEN_ENCRYPTION_KEYS} */
    public static TokenSeal of(String keys) {
        return new TokenSeal(TestCiphers.of(keys));
    }
}
