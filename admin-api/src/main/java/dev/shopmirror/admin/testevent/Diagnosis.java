package dev.shopmirror.admin.testevent;

/** Why the event got no further, and what to do. */
final class Diagnosis {

    private Diagnosis() {}

    /** Null when the event arrived. */
    static String of(HttpHop http, KafkaHop kafka, DatabaseHop database) {
        if (!http.ok()) {
            return http.status() == null ? unreachable(http.error()) : refused(http.status());
        }
        if (kafka.error() != null) {
            return "Whether the event is in Kafka could not be seen (" + kafka.error()
                    + "): see whether admin-api reaches the brokers"
                    + " (KAFKA_BOOTSTRAP_SERVERS). It is not in PostgreSQL yet either: see whether sync-service runs, and"
                    + " how far it is behind (consumer group sync-service)";
        }
        if (!kafka.ok()) {
            return "Something answered " + http.status()
                    + ", but the event is not in Kafka: the address may lead to another"
                    + " server than ingest-service, or ingest-service writes to another Kafka";
        }
        return database.ok()
                ? null
                : "The event is in Kafka and not in PostgreSQL yet: see whether sync-service runs and is ready"
                        + " (/q/health/ready), how far it is behind (consumer group sync-service), and what it logs";
    }

    private static String unreachable(String error) {
        return "The base URL did not answer (" + error
                + "). Check WEBHOOK_BASE_URL, its DNS entry and certificate, that the"
                + " tunnel or ingress runs, and that this host may call it";
    }

    private static String refused(int status) {
        if (status >= 300 && status < 400) {
            return "A redirect, which Shopify counts as a failure: set WEBHOOK_BASE_URL to where it leads (https, with or"
                    + " without www, no trailing slash)";
        }
        return switch (status) {
            case 401 ->
                "ingest-service holds another secret than admin-api, or something in between rewrites bodies:"
                        + " compare SHOPIFY_CLIENT_SECRET of both, and switch off compression and rewriting on the way";
            case 403 ->
                "Something in between refuses the call: exempt /api/shopify/webhooks from bot and firewall rules";
            case 404, 405 ->
                "Another server answers at this address: WEBHOOK_BASE_URL must lead to ingest-service, whose path is"
                        + " /api/shopify/webhooks";
            case 503 ->
                "ingest-service, or what stands before it, is not available: see /q/health/ready of ingest-service and"
                        + " whether it reaches Kafka";
            default ->
                "The address answered " + status + ": the log of ingest-service, or of what stands before it, says why";
        };
    }
}
