package dev.shopmirror.admin.destination;

import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** What is registered at Shopify, and where it delivers. */
@ConfigMapping(prefix = "webhook")
interface WebhookConfig {

    /** Public https address of ingest-service, {@code WEBHOOK_BASE_URL}. */
    Optional<String> baseUrl();

    /** Stands in when {@link #baseUrl} is absent, {@code BACKEND_URL}. */
    Optional<String> backendUrl();

    /** Topics that a store should have when it names none of its own, {@code WEBHOOK_TOPICS}. */
    List<String> topics();

    /** Topics that Shopify has added since the list in here was made, so that they pass, {@code WEBHOOK_KNOWN_TOPICS}. */
    Optional<List<String>> knownTopics();
}
