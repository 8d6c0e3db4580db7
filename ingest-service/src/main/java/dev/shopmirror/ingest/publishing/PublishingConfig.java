package dev.shopmirror.ingest.publishing;

import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How events go to Kafka. Connection settings (brokers, TLS, SASL) are Kafka's own, under {@code kafka.*}. */
@ConfigMapping(prefix = "publishing")
interface PublishingConfig {

    /** How long the first record of a batch waits for company. Its wait is in every answer, so it is short. */
    @WithDefault("1ms")
    Duration linger();

    /** Most bytes of one batch of one partition. */
    @WithDefault("256K")
    MemorySize batchSize();

    /** How long a broker may take to answer before the request is sent again. */
    @WithDefault("1500ms")
    Duration requestTimeout();

    /**
     * When a record without acknowledgement is given up, retries included. Shorter than the time a delivery is
     * answered in, so that nothing is sent for a delivery that was already refused.
     */
    @WithDefault("2500ms")
    Duration deliveryTimeout();

    /** Bytes of bodies that may be on their way at once, from their first byte received to their answer. */
    @WithDefault("32M")
    MemorySize maxBytesInFlight();

    /** How often the connection is looked after: built, replaced, its state asked. */
    @WithDefault("500ms")
    Duration watchInterval();
}
