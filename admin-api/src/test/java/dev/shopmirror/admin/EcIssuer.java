package dev.shopmirror.admin;

import java.security.KeyPair;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** An issuer that signs with an elliptic curve. */
public final class EcIssuer implements QuarkusTestResourceLifecycleManager {

    static final String SIGNING_KEY = "test.ec-signing-key";

    @Override
    public Map<String, String> start() {
        KeyPair keys = KeyFiles.pair("EC", 256);
        return Map.of(
                AdminEnvironment.PUBLIC_KEY,
                KeyFiles.pem(keys.getPublic()),
                SIGNING_KEY,
                KeyFiles.pem(keys.getPrivate()));
    }

    /** After the environment, whose key this one replaces. */
    @Override
    public int order() {
        return 1;
    }

    @Override
    public void stop() {}
}
