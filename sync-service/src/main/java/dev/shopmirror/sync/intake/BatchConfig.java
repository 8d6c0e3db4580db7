package dev.shopmirror.sync.intake;

import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How large a transaction may become, and how failures of the database are waited out. */
@ConfigMapping(prefix = "shopmirror.batch")
interface BatchConfig {

    /** Most deliveries of one transaction. */
    @WithDefault("500")
    int maxRecords();

    /** Most bytes of bodies in one transaction; a larger delivery stands alone. */
    @WithDefault("16M")
    MemorySize maxBytes();

    /** Most variants written by one transaction. */
    @WithDefault("20000")
    int maxVariants();

    /** First pause after a failure that may pass; it doubles up to {@link #maxBackoff}. */
    @WithDefault("200ms")
    Duration firstBackoff();

    /** Longest pause between attempts. */
    @WithDefault("5s")
    Duration maxBackoff();

    /** When an attempt that nobody answers is left to itself and the next begins, on another connection. */
    @WithDefault("2m")
    Duration attemptTimeout();
}
