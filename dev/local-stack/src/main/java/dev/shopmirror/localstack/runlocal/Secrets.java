package dev.shopmirror.localstack.runlocal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Properties;

/** Secrets of this machine's runs: made once, kept with the data they belong to. */
final class Secrets {

    private final Properties values;

    private Secrets(Properties values) {
        this.values = values;
    }

    /** Reads the file, or makes and writes new secrets. */
    static Secrets at(Path file) throws IOException, GeneralSecurityException {
        Properties values = new Properties();
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                values.load(in);
            }
        } else {
            make(values);
            createPrivate(file);
            try (var out = Files.newBufferedWriter(file)) {
                values.store(out, "Made by run-local for this machine alone");
            }
        }
        return new Secrets(values);
    }

    /** A file that only its owner can read. */
    static void createPrivate(Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    String clientSecret() {
        return values.getProperty("client-secret", "");
    }

    String accessToken() {
        return values.getProperty("access-token", "");
    }

    /** As {@code TOKEN_ENCRYPTION_KEYS} wants it. */
    String tokenEncryptionKeys() {
        return values.getProperty("token-encryption-keys", "");
    }

    KeyPair jwtKeys() throws GeneralSecurityException {
        KeyFactory rsa = KeyFactory.getInstance("RSA");
        PublicKey publicKey = rsa.generatePublic(new X509EncodedKeySpec(decode("jwt-public-key")));
        PrivateKey privateKey = rsa.generatePrivate(new PKCS8EncodedKeySpec(decode("jwt-private-key")));
        return new KeyPair(publicKey, privateKey);
    }

    private byte[] decode(String name) {
        return Base64.getDecoder().decode(values.getProperty(name, ""));
    }

    private static void make(Properties values) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair keys = generator.generateKeyPair();
        Base64.Encoder base64 = Base64.getEncoder();
        values.setProperty("client-secret", "shpss_" + HexFormat.of().formatHex(random(16)));
        values.setProperty("access-token", "shpat_" + HexFormat.of().formatHex(random(16)));
        values.setProperty("token-encryption-keys", "local:" + base64.encodeToString(random(32)));
        values.setProperty(
                "jwt-public-key", base64.encodeToString(keys.getPublic().getEncoded()));
        values.setProperty(
                "jwt-private-key", base64.encodeToString(keys.getPrivate().getEncoded()));
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
