package dev.shopmirror.localstack.runlocal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The Shopify this run talks to: the simulator, or the real one.
 *
 * @param secrets of ingest-service: what deliveries are signed with
 * @param adminSettings of admin-api: where Shopify is, where it delivers to, and what the app is known by
 */
record Shopify(Map<String, String> secrets, Map<String, String> adminSettings) {

    static final String CLIENT_SECRET = "SHOPIFY_CLIENT_SECRET";
    private static final String CLIENT_ID = "SHOPIFY_CLIENT_ID";
    private static final String BASE_URL = "WEBHOOK_BASE_URL";

    /**
     * Real when the environment names both a real app's secret and a public address.
     *
     * @throws IllegalStateException when it names half of that, or an address that Shopify does not deliver to
     */
    static boolean isReal(Map<String, String> environment) {
        boolean secret = !environment.getOrDefault(CLIENT_SECRET, "").isBlank();
        String address = environment.getOrDefault(BASE_URL, "");
        if (secret == address.isBlank()) {
            throw new IllegalStateException(
                    "Of %s and %s one is set. A real Shopify app needs both; the simulator neither."
                            .formatted(CLIENT_SECRET, BASE_URL));
        }
        if (secret && !address.startsWith("https://")) {
            throw new IllegalStateException(BASE_URL + " must begin with https://: Shopify delivers to nothing else.");
        }
        return secret;
    }

    static Shopify real(Map<String, String> environment) {
        return new Shopify(
                those(environment, CLIENT_SECRET, "SHOPIFY_CLIENT_SECRET_PREVIOUS", "SHOPIFY_WEBHOOK_SECRET"),
                those(environment, BASE_URL, CLIENT_SECRET, CLIENT_ID, "SHOPIFY_API_VERSION"));
    }

    static Shopify simulated(Secrets secrets, String simulatorUrl, int ingestPort) {
        return new Shopify(
                Map.of(CLIENT_SECRET, secrets.clientSecret()),
                Map.of(
                        "SHOPIFY_ADMIN_URL",
                        simulatorUrl + "/{shop}",
                        BASE_URL,
                        "http://127.0.0.1:" + ingestPort,
                        CLIENT_SECRET,
                        secrets.clientSecret()));
    }

    String clientSecret() {
        return secrets.getOrDefault(CLIENT_SECRET, "");
    }

    private static Map<String, String> those(Map<String, String> environment, String... names) {
        Map<String, String> settings = new HashMap<>();
        for (String name : List.of(names)) {
            String value = environment.getOrDefault(name, "");
            if (!value.isBlank()) {
                settings.put(name, value);
            }
        }
        return settings;
    }
}
