package dev.shopmirror.admin.secret;

/** Ciphers under other keys than the service has. */
public final class TestCiphers {

    private TestCiphers() {}

    /** @param keys as in {@code TOKEN_ENCRYPTION_KEYS} */
    public static TokenCipher of(String keys) {
        return new TokenCipher(KeyRing.parse(keys));
    }
}
