package dev.shopmirror.admin.completion;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Products over 100 variants, whose events do not bring all of them. */
@ConfigMapping(prefix = "shopmirror.completion")
interface CompletionConfig {

    /** How often it is looked for such products; {@code off} for never. */
    @WithDefault("10s")
    String every();

    /** Products that are fetched at the same time, of different shops or of one. */
    @WithDefault("4")
    int concurrency();
}
