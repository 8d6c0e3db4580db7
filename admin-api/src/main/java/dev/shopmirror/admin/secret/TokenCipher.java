package dev.shopmirror.admin.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;

import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** Encrypts tokens with AES-256-GCM, as {@code <keyId>:<base64 of nonce and ciphertext>}. */
public final class TokenCipher {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final KeyRing keys;
    private final SecureRandom random = new SecureRandom();

    TokenCipher(KeyRing keys) {
        this.keys = keys;
    }

    /** @param place where the text will be kept; only there it can be decrypted, so that rows cannot be swapped */
    public String encrypt(Secret secret, String place) {
        String id = keys.currentId();
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed =
                run(Cipher.ENCRYPT_MODE, id, place, nonce, secret.reveal().getBytes(UTF_8));
        byte[] stored = ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
        return id + ":" + Base64.getEncoder().encodeToString(stored);
    }

    /** @throws IllegalStateException when the key is gone, or the text was changed or belongs to another place */
    public Secret decrypt(String stored, String place) {
        int colon = stored.indexOf(':');
        byte[] bytes = colon < 0 ? new byte[0] : decode(stored.substring(colon + 1));
        if (bytes.length <= NONCE_BYTES) {
            throw new IllegalStateException("Stored token of " + place + " is not of the form keyId:base64");
        }
        byte[] nonce = new byte[NONCE_BYTES];
        byte[] sealed = new byte[bytes.length - NONCE_BYTES];
        ByteBuffer.wrap(bytes).get(nonce).get(sealed);
        byte[] text = run(Cipher.DECRYPT_MODE, stored.substring(0, colon), place, nonce, sealed);
        return Secret.of(new String(text, UTF_8));
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException damaged) {
            return new byte[0];
        }
    }

    /** Encrypts under it from now on. */
    public String currentKeyId() {
        return keys.currentId();
    }

    private byte[] run(int mode, String keyId, String place, byte[] nonce, byte[] input) {
        SecretKey key = keys.key(keyId);
        if (key == null) {
            throw new IllegalStateException("Token of " + place + " needs the encryption key " + keyId
                    + ", which TOKEN_ENCRYPTION_KEYS does not hold");
        }
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place.getBytes(UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Token of " + place + " does not fit the encryption key " + keyId, e);
        }
    }
}
