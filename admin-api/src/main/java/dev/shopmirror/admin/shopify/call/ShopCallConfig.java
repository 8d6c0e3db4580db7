package dev.shopmirror.admin.shopify.call;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How calls to shops are limited and tried again. */
@ConfigMapping(prefix = "shopify.call")
interface ShopCallConfig {

    /** Calls under way at once, of all shops. */
    @WithDefault("64")
    int maxUnderWay();

    /** Calls under way at once for one shop. */
    @WithDefault("4")
    int maxUnderWayPerShop();

    /** A call that would wait longer for its shop's limit is refused at once. */
    @WithDefault("45s")
    Duration longestWait();

    /** For a call with all its tries and waits. */
    @WithDefault("60s")
    Duration deadline();

    /** Tries in all, where Shopify says that there are too many calls. */
    @WithDefault("6")
    int triesWhenThrottled();

    /** Tries in all, where Shopify answers 5xx or not at all. */
    @WithDefault("3")
    int triesWhenFailed();

    /** Before the second try; doubled with each further one, and spread. */
    @WithDefault("500ms")
    Duration backoff();

    /** Failures in a row (5xx, no answer) after which nothing is sent to a shop. */
    @WithDefault("5")
    int failuresToOpen();

    /** How long nothing is sent; then one call tries. */
    @WithDefault("30s")
    Duration open();
}
