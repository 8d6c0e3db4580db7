package dev.shopmirror.ingest.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A secret under the name that logs and metrics know it by. Never shown itself. */
final class WebhookSecret {

    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] FINGERPRINT_LABEL = "shopmirror secret fingerprint".getBytes(UTF_8);

    private final String name;
    private final SecretKeySpec key;

    WebhookSecret(String name, String secret) {
        this.name = name;
        this.key = new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM);
    }

    String name() {
        return name;
    }

    /** A Mac is not thread-safe and cheap to make: one a call. */
    byte[] sign(byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is part of every Java platform", e);
        }
    }

    /**
     * Tells nodes with different secrets apart, eight hex digits. Made of an HMAC, so that it can be shown: a guess of
     * the secret cannot be checked against a table of plain hashes.
     */
    String fingerprint() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(sign(FINGERPRINT_LABEL));
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
