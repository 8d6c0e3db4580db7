package dev.shopmirror.sync.retention;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long it is known what became of a delivery. */
@ConfigMapping(prefix = "shopmirror.retention")
interface RetentionConfig {

    /** Age at which rows of {@code webhook_delivery} are removed; no less than Kafka keeps a delivery. */
    @WithDefault("30d")
    Duration deliveries();

    /** How often it is looked for rows to remove. */
    @WithDefault("1h")
    Duration every();
}
