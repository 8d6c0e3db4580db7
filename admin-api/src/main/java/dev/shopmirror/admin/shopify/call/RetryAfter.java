package dev.shopmirror.admin.shopify.call;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Shopify's {@code Retry-After}: seconds with decimals, such as {@code 2.0}. */
final class RetryAfter {

    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}(?:\\.\\d{1,9})?");
    private static final double LEAST = 0.1;
    private static final double MOST = 60;

    private RetryAfter() {}

    /** Empty when it is absent or something else; else within what is sane. */
    static Optional<Duration> parse(@Nullable String header) {
        String text = header == null ? "" : header.strip();
        if (!SECONDS.matcher(text).matches()) {
            return Optional.empty();
        }
        double seconds = Math.min(Math.max(Double.parseDouble(text), LEAST), MOST);
        return Optional.of(Duration.ofMillis((long) (seconds * 1000)));
    }
}
