package dev.shopmirror.localstack.runlocal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The Shopify this run talks to: the simulator, or the real one.
 *
 * @param clientSecret the app's, with which deliveries are signed
 * @param adminSettings of admin-api
 */
record Shopify(boolean real, String clientSecret, Map<String, String> adminSettings) {

    /** Real only when the environment names both a real app's secret and a public address. */
    static boolean isReal(Map<String, String> environment) {
        return !environment.getOrDefault("SHOPIFY_CLIENT_SECRET", "").isBlank()
                && !environment.getOrDefault("WEBHOOK_BASE_URL", "").isBlank();
    }

    static Shopify real(Map<String, String> environment) {
        Map<String, String> settings = new HashMap<>();
        for (String name : List.of("WEBHOOK_BASE_URL", "SHOPIFY_CLIENT_ID", "SHOPIFY_API_VERSION")) {
            String value = environment.getOrDefault(name, "");
            if (!value.isBlank()) {
                settings.put(name, value);
            }
        }
        return new Shopify(true, environment.getOrDefault("SHOPIFY_CLIENT_SECRET", ""), settings);
    }

    static Shopify simulated(Secrets secrets, String simulatorUrl, int ingestPort) {
        return new Shopify(
                false,
                secrets.clientSecret(),
                Map.of(
                        "SHOPIFY_ADMIN_URL", simulatorUrl + "/{shop}",
                        "WEBHOOK_BASE_URL", "http://127.0.0.1:" + ingestPort));
    }
}
