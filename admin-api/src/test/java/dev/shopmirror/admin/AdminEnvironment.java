package dev.shopmirror.admin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import dev.shopmirror.simulator.ShopifySimulator;
import dev.shopmirror.simulator.SimulatorOptions;

/** Everything but the database that the service wants: an issuer's key, an encryption key, and a Shopify. */
public final class AdminEnvironment implements QuarkusTestResourceLifecycleManager {

    static final String ISSUER = "https://issuer.example.com";
    static final String AUDIENCE = "shopmirror-admin";
    static final String SIGNING_KEY = "test.signing-key";
    static final String PUBLIC_KEY = "JWT_PUBLIC_KEY_LOCATION";
    static final String SIMULATOR_URL = "test.simulator-url";

    private ShopifySimulator simulator;

    @Override
    public Map<String, String> start() {
        simulator = ShopifySimulator.start(SimulatorOptions.defaults()
                .withAccessToken(Simulator.ACCESS_TOKEN)
                .withLocalhostAddresses(true));
        KeyPair keys = keyPair();
        return Map.of(
                PUBLIC_KEY,
                pemFile("PUBLIC KEY", keys.getPublic()),
                SIGNING_KEY,
                pemFile("PRIVATE KEY", keys.getPrivate()),
                "JWT_ISSUER",
                ISSUER,
                "JWT_AUDIENCE",
                AUDIENCE,
                "TOKEN_ENCRYPTION_KEYS",
                "test:" + Base64.getEncoder().encodeToString(new byte[32]),
                "WEBHOOK_BASE_URL",
                "http://localhost:3001",
                "SHOPIFY_ADMIN_URL",
                simulator.url() + "/{shop}",
                SIMULATOR_URL,
                simulator.url());
    }

    @Override
    public void stop() {
        simulator.close();
    }

    private static KeyPair keyPair() {
        try {
            return KeyPairGenerator.getInstance("RSA").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pemFile(String kind, Key key) {
        try {
            Path file = Files.createTempFile("shopmirror-test-key", ".pem");
            file.toFile().deleteOnExit();
            String base64 = Base64.getMimeEncoder().encodeToString(key.getEncoded());
            Files.writeString(file, "-----BEGIN " + kind + "-----\n" + base64 + "\n-----END " + kind + "-----\n");
            return file.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
