package dev.shopmirror.localstack.runlocal;

import java.util.Map;

/** What is printed when everything is up. */
final class Summary {

    private Summary() {}

    static void print(Progress progress, Map<String, String> environment, Folders folders, boolean real) {
        String ingest = environment.getOrDefault("INGEST_URL", "");
        String admin = environment.getOrDefault("ADMIN_URL", "");
        String token = environment.getOrDefault("ADMIN_TOKEN", "");
        progress.say("""

                Shopmirror is ready after %s.

                  ingest-service  %s/api/shopify/webhooks/{topic}
                  admin-api       %s/api/admin, OpenAPI at %s/q/openapi
                  sync-service    %s/q/health, metrics at %s/q/metrics
                  simulator       %s
                  PostgreSQL      %s
                  Kafka           %s
                  logs            %s
                  all of this     %s""".formatted(
                        progress.total().trim(),
                        ingest,
                        admin,
                        admin,
                        environment.getOrDefault("SYNC_URL", ""),
                        environment.getOrDefault("SYNC_URL", ""),
                        environment.getOrDefault("SIMULATOR_URL", "none, this is real Shopify"),
                        environment.getOrDefault("DATABASE_URL", ""),
                        environment.getOrDefault("KAFKA_BOOTSTRAP_SERVERS", ""),
                        folders.logs(),
                        folders.envFile()));
        progress.say("\nOperator token, valid for a day:\n  " + token);
        if (real) {
            printRealStore(progress, admin);
        } else {
            SignedWebhook webhook = SignedWebhook.of(environment.getOrDefault("SHOPIFY_CLIENT_SECRET", ""));
            progress.say(
                    "\nA signed webhook; its row is in shopify_product within a second:\n  " + webhook.curl(ingest));
        }
        progress.say("\nCtrl-C stops everything.");
    }

    private static void printRealStore(Progress progress, String admin) {
        progress.say("""

                Add your store, then register its webhooks with the id in the answer:
                  . .run-local/env
                  curl -X POST %s/api/admin/stores -H "Authorization: Bearer $ADMIN_TOKEN" \\
                    -H 'Content-Type: application/json' \\
                    -d '{"shopDomain":"your-shop.myshopify.com","name":"Your shop","accessToken":"shpat_..."}'
                  curl -X POST %s/api/admin/webhooks/register -H "Authorization: Bearer $ADMIN_TOKEN" \\
                    -H 'Content-Type: application/json' -d '{"storeId":"..."}'""".formatted(admin, admin));
    }
}
