package dev.shopmirror.admin.drift;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How closely it is watched whether shops still have the subscriptions they should have. */
@ConfigMapping(prefix = "drift")
interface DriftConfig {

    /** How often each store is looked at, {@code DRIFT_EVERY}. */
    @WithDefault("5m")
    Duration every();

    /** How often it is asked which stores are due: over so many turns a round is spread. {@code off} for no watchdog. */
    @WithDefault("10s")
    String turn();

    /** How many stores are looked at at once, a replica. */
    @WithDefault("8")
    int atOnce();

    /** How long one store may take before it is given up until the next round. */
    @WithDefault("1m")
    Duration timeout();
}
