package dev.shopmirror.admin;

import java.security.KeyPair;
import java.util.Arrays;
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

    /** Decrypts what was encrypted before the key in front of it came. */
    public static final String OLD_KEY = "old:" + key(2);

    private static final String CURRENT_KEY = "test:" + key(1);

    private ShopifySimulator simulator;

    @Override
    public Map<String, String> start() {
        simulator = ShopifySimulator.start(SimulatorOptions.defaults()
                .withAccessToken(Simulator.ACCESS_TOKEN)
                .withClientId(Simulator.CLIENT_ID)
                .withClientSecret(Simulator.CLIENT_SECRET)
                .withLocalhostAddresses(true));
        KeyPair keys = KeyFiles.pair("RSA", 2048);
        return Map.ofEntries(
                Map.entry(PUBLIC_KEY, KeyFiles.pem(keys.getPublic())),
                Map.entry(SIGNING_KEY, KeyFiles.pem(keys.getPrivate())),
                Map.entry("JWT_ISSUER", ISSUER),
                Map.entry("JWT_AUDIENCE", AUDIENCE),
                Map.entry("TOKEN_ENCRYPTION_KEYS", CURRENT_KEY + "," + OLD_KEY),
                Map.entry("WEBHOOK_BASE_URL", "http://localhost:3001"),
                Map.entry("SHOPIFY_ADMIN_URL", simulator.url() + "/{shop}"),
                Map.entry("SHOPIFY_CLIENT_ID", Simulator.CLIENT_ID),
                Map.entry("SHOPIFY_CLIENT_SECRET", Simulator.CLIENT_SECRET),
                Map.entry(SIMULATOR_URL, simulator.url()));
    }

    @Override
    public void stop() {
        simulator.close();
    }

    private static String key(int fill) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) fill);
        return Base64.getEncoder().encodeToString(key);
    }
}
