package dev.shopmirror.localstack.runlocal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The Shopify this run talks to: the simulator, or the real one.
 *
 * @param secrets of ingest-service: what deliveries are signed with
 * @param adminSettings of admin-api: where Shopify is, and where it delivers to
 */
record Shopify(Map<String, String> secrets, Map<String, String> adminSettings) {

    static final String CLIENT_SECRET = "SHOPIFY_CLIENT_SECRET";

    /** Real only when the environment names both a real app's secret and a public address. */
    static boolean isReal(Map<String, String> environment) {
        return !environment.getOrDefault(CLIENT_SECRET, "").isBlank()
                && !environment.getOrDefault("WEBHOOK_BASE_URL", "").isBlank();
    }

    static Shopify real(Map<String, String> environment) {
        return new Shopify(
                those(environment, CLIENT_SECRET, "SHOPIFY_CLIENT_SECRET_PREVIOUS", "SHOPIFY_WEBHOOK_SECRET"),
                those(environment, "WEBHOOK_BASE_URL", "SHOPIFY_API_VERSION"));
    }

    static Shopify simulated(Secrets secrets, String simulatorUrl, int ingestPort) {
        return new Shopify(
                Map.of(CLIENT_SECRET, secrets.clientSecret()),
                Map.of(
                        "SHOPIFY_ADMIN_URL", simulatorUrl + "/{shop}",
                        "WEBHOOK_BASE_URL", "http://127.0.0.1:" + ingestPort));
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
