package dev.shopmirror.admin.testevent;

import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The event that an operator sends through the whole system. */
@ConfigMapping(prefix = "shopmirror.test-event")
interface TestEventConfig {

    /** The app's current secret, {@code SHOPIFY_CLIENT_SECRET}, which Shopify signs with. */
    Optional<String> clientSecret();

    /** How long the event may take from ingest-service's answer to its row in PostgreSQL. */
    @WithDefault("10s")
    Duration patience();
}
