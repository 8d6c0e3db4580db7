package dev.shopmirror.sync.bulk;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** When events that are not live may be worked off. */
@ConfigMapping(prefix = "shopmirror.bulk")
interface BulkConfig {

    /** Most live records that may wait for a replica, in Kafka, while it does bulk work. */
    @WithDefault("1000")
    long maxLiveLag();

    /** Longest wait of a batch of bulk work, whatever the lag: what waits for ever would be lost to Kafka's retention. */
    @WithDefault("5m")
    Duration maxWait();
}
