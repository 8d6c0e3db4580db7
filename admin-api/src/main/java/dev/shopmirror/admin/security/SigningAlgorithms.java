package dev.shopmirror.admin.security;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;

import dev.shopmirror.admin.address.HostKind;

/** Which signature algorithms go with a public key: only RS256 and ES256 are ever accepted. */
final class SigningAlgorithms {

    private static final List<String> BOTH = List.of("RS256", "ES256");

    private SigningAlgorithms() {}

    /**
     * @param key content of the key file: a PEM public key, or a JWK set, whose keys name their own algorithm
     * @throws IllegalArgumentException when it is a PEM that holds neither an RSA nor an EC public key
     */
    static List<String> of(String key) {
        if (!key.contains("-----BEGIN")) {
            return BOTH;
        }
        byte[] encoded = decode(key);
        if (isKey("RSA", encoded)) {
            return List.of("RS256");
        }
        if (isKey("EC", encoded)) {
            return List.of("ES256");
        }
        throw new IllegalArgumentException("holds no RSA or EC public key in PEM form (BEGIN PUBLIC KEY)");
    }

    /**
     * @param url of a JWK set
     * @throws IllegalArgumentException when others on the way could answer with keys of their own
     */
    static List<String> ofUrl(String url) {
        if (url.startsWith("http://") && !isLoopback(url)) {
            throw new IllegalArgumentException(
                    "is fetched unprotected, so that anybody on the way could put in a key: use https://");
        }
        return BOTH;
    }

    private static boolean isLoopback(String url) {
        String host = URI.create(url).getHost();
        return host != null && HostKind.of(host) == HostKind.LOOPBACK;
    }

    private static byte[] decode(String pem) {
        String base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static boolean isKey(String algorithm, byte[] encoded) {
        try {
            KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(encoded));
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
