package dev.shopmirror.admin.redrive;

import java.time.Duration;

import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How deliveries are sent through sync-service once more. */
@ConfigMapping(prefix = "redrive")
interface RedriveConfig {

    /** Deliveries published in a second, at most. */
    @WithDefault("200")
    @Min(1)
    int rate();

    /** Deliveries read and published at a time, though no more than in a second; a cancelled redrive ends after those. */
    @WithDefault("100")
    @Min(1)
    int chunk();

    /** How often a replica looks for a redrive that nobody works on. */
    @WithDefault("1s")
    Duration every();

    /** A replica that gave no sign of life for so long has lost its redrive to the next one that looks. */
    @WithDefault("2m")
    Duration lease();
}
