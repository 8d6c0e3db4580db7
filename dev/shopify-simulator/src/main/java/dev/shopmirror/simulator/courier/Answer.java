package dev.shopmirror.simulator.courier;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What came of one attempt.
 *
 * @param status the HTTP status; null when none came in time
 * @param error why none came; null when one came
 */
public record Answer(
        Instant startedAt,
        Duration took,
        @Nullable Integer status,
        @Nullable String error) {

    /** Shopify counts only 2xx; a redirect is a failure. */
    public boolean succeeded() {
        return status != null && status >= 200 && status < 300;
    }
}
