package dev.shopmirror.admin.rate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How often one caller may call this replica. */
@ConfigMapping(prefix = "shopmirror.rate-limit")
interface CallerRateConfig {

    /** Requests a second that a caller may go on making. */
    @WithDefault("50")
    int perSecond();

    /** Requests that may come at once. */
    @WithDefault("200")
    int burst();
}
