package dev.shopmirror.sync.bulk;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** When events that are not live may be worked off. */
@ConfigMapping(prefix = "shopmirror.bulk")
interface BulkConfig {

    /** Most live records, over all partitions and replicas, that may wait while bulk work is done. */
    @WithDefault("1000")
    long maxLiveLag();
}
