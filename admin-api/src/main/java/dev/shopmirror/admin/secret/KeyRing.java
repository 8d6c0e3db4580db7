package dev.shopmirror.admin.secret;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

/** The AES-256 keys for stored tokens. A key is replaced by putting a new one in front: old ones still decrypt. */
final class KeyRing {

    private static final Pattern KEY_ID = Pattern.compile("[A-Za-z0-9_-]{1,32}");
    private static final int KEY_BYTES = 32;

    private final String currentId;
    private final Map<String, SecretKey> keys;

    private KeyRing(String currentId, Map<String, SecretKey> keys) {
        this.currentId = currentId;
        this.keys = keys;
    }

    /**
     * @param text {@code keyId:base64[,keyId:base64]}; the first encrypts
     * @throws IllegalArgumentException saying which entry is wrong and why, without its key
     */
    static KeyRing parse(String text) {
        Map<String, SecretKey> keys = new LinkedHashMap<>();
        String[] entries = text.split(",", -1);
        for (int i = 0; i < entries.length; i++) {
            add(keys, entries[i].strip(), i + 1);
        }
        return new KeyRing(keys.keySet().iterator().next(), keys);
    }

    private static void add(Map<String, SecretKey> keys, String entry, int position) {
        int colon = entry.indexOf(':');
        String id = colon < 0 ? "" : entry.substring(0, colon);
        if (!KEY_ID.matcher(id).matches()) {
            throw invalid("entry " + position + " is not keyId:base64, with a keyId of A-Z a-z 0-9 _ -");
        }
        byte[] key = decode(entry.substring(colon + 1), id);
        if (key.length != KEY_BYTES) {
            throw invalid("key " + id + " has " + key.length + " bytes, AES-256 takes " + KEY_BYTES);
        }
        if (keys.put(id, new SecretKeySpec(key, "AES")) != null) {
            throw invalid("key " + id + " is there twice");
        }
    }

    private static byte[] decode(String base64, String id) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw invalid("key " + id + " is not base64"); // the cause would quote the key
        }
    }

    private static IllegalArgumentException invalid(String what) {
        return new IllegalArgumentException("TOKEN_ENCRYPTION_KEYS: " + what);
    }

    String currentId() {
        return currentId;
    }

    @Nullable
    SecretKey key(String id) {
        return keys.get(id);
    }
}
