package dev.shopmirror.sync.overflow;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much of one store's backlog stays in the way of the other stores. */
@ConfigMapping(prefix = "shopmirror.overflow")
interface OverflowConfig {

    /** How long after its receipt an event counts as late, so that live consumption is behind. */
    @WithDefault("5s")
    Duration after();

    /** Most late events of one store that are worked off of one poll; further ones are put off. */
    @WithDefault("50")
    int maxPerStore();
}
