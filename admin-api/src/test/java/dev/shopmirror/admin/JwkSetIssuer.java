package dev.shopmirror.admin;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** An issuer with two keys, one of each kind, that it publishes as a JWK set. */
public final class JwkSetIssuer implements QuarkusTestResourceLifecycleManager {

    static final String RSA_KEY = "test.jwks-rsa-key";
    static final String EC_KEY = "test.jwks-ec-key";

    @Override
    public Map<String, String> start() {
        KeyPair rsa = KeyFiles.pair("RSA", 2048);
        KeyPair ec = KeyFiles.pair("EC", 256);
        String set =
                "{\"keys\":[" + jwk((RSAPublicKey) rsa.getPublic()) + "," + jwk((ECPublicKey) ec.getPublic()) + "]}";
        return Map.of(
                AdminEnvironment.PUBLIC_KEY,
                KeyFiles.write(".json", set),
                RSA_KEY,
                KeyFiles.pem(rsa.getPrivate()),
                EC_KEY,
                KeyFiles.pem(ec.getPrivate()));
    }

    private static String jwk(RSAPublicKey key) {
        return "{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"rsa-1\",\"n\":\"%s\",\"e\":\"%s\"}"
                .formatted(base64Url(key.getModulus(), 256), base64Url(key.getPublicExponent(), 3));
    }

    private static String jwk(ECPublicKey key) {
        return "{\"kty\":\"EC\",\"use\":\"sig\",\"alg\":\"ES256\",\"kid\":\"ec-1\",\"crv\":\"P-256\",\"x\":\"%s\",\"y\":\"%s\"}"
                .formatted(
                        base64Url(key.getW().getAffineX(), 32),
                        base64Url(key.getW().getAffineY(), 32));
    }

    /** Of so many bytes: Java leaves out leading zeros, or puts one in front for the sign. */
    private static String base64Url(BigInteger number, int bytes) {
        byte[] content = number.toByteArray();
        byte[] padded = new byte[bytes];
        int length = Math.min(bytes, content.length);
        System.arraycopy(content, content.length - length, padded, bytes - length, length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(padded);
    }

    /** After the environment, whose key this one replaces. */
    @Override
    public int order() {
        return 1;
    }

    @Override
    public void stop() {}
}
