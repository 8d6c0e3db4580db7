package dev.shopmirror.admin.shopify.call;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;

import dev.shopmirror.admin.shopify.ShopifyException.Reason;

/**
 * Whether a try is followed by another one, and when.
 *
 * @param triesWhenThrottled in all, where Shopify says that there are too many calls
 * @param triesWhenFailed in all, where Shopify fails or cannot be reached
 * @param backoff before the second try; doubled with each further one
 * @param random from 0 to 1; spreads those that failed together
 */
record Repetition(int triesWhenThrottled, int triesWhenFailed, Duration backoff, DoubleSupplier random) {

    /** @param tries made so far */
    Optional<Duration> after(Reason reason, int tries, boolean repeatable) {
        return switch (reason) {
            case RATE_LIMITED -> tries < triesWhenThrottled ? Optional.of(Duration.ZERO) : Optional.empty();
            case SHOPIFY_ERROR, UNREACHABLE ->
                repeatable && tries < triesWhenFailed ? Optional.of(pause(tries)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** A time that Shopify named, and up to a fifth more: other processes were told the same. */
    Duration spread(Duration named) {
        return Duration.ofNanos((long) (named.toNanos() * (1 + random.getAsDouble() / 5)));
    }

    /** Where Shopify named none. */
    Duration pause(int tries) {
        long most = backoff.toNanos() << Math.min(tries - 1, 10);
        long nanos = (long) (most * (0.5 + random.getAsDouble() / 2));
        return Duration.ofMillis(Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos)));
    }
}
