package dev.shopmirror.ingest.intake;

import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What a delivery may be, and how long it may take. */
@ConfigMapping(prefix = "intake")
interface IntakeConfig {

    /** Largest body. Not above 8 MiB: Kafka's limits are set for that. */
    @WithDefault("8M")
    MemorySize maxBodySize();

    /** How long a sender may take to deliver the body. Shopify's own limit for the whole request is 5 s. */
    @WithDefault("10s")
    Duration bodyTimeout();

    /** When a delivery that Kafka has not acknowledged is answered 503, counted from its last byte. */
    @WithDefault("3s")
    Duration answerTimeout();
}
