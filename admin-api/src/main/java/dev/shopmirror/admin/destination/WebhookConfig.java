package dev.shopmirror.admin.destination;

import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What is registered at Shopify, and where it delivers. */
@ConfigMapping(prefix = "webhook")
interface WebhookConfig {

    /** Public https address of ingest-service, {@code WEBHOOK_BASE_URL}. */
    Optional<String> baseUrl();

    /** Stands in when {@link #baseUrl} is absent, {@code BACKEND_URL}. */
    Optional<String> backendUrl();

    /** Topics that are registered when a request names none. */
    @WithDefault("products/create,products/update,products/delete")
    List<String> topics();
}
