package dev.shopmirror.ingest;

import java.util.List;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

import dev.shopmirror.settings.RequiredSettings;

/** Takes Shopify's webhooks in and hands them to Kafka. */
@QuarkusMain
public class IngestService {

    private static final RequiredSettings SETTINGS = RequiredSettings.of("ingest-service")
            .require("KAFKA_BOOTSTRAP_SERVERS", "the Kafka brokers that take the webhooks, host:port[,host:port]")
            .requireOneOf(
                    List.of("SHOPIFY_CLIENT_SECRET", "SHOPIFY_CLIENT_SECRET_PREVIOUS", "SHOPIFY_WEBHOOK_SECRET"),
                    "the secret Shopify signs webhooks with (the app's, the app's before a rotation, the store's own"
                            + " from Settings > Notifications)");

    public static void main(String... arguments) {
        SETTINGS.exitIfMissing();
        Quarkus.run(arguments);
    }
}
