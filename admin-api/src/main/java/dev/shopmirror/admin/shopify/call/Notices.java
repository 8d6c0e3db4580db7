package dev.shopmirror.admin.shopify.call;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.logging.Log;
import org.jspecify.annotations.Nullable;

import dev.shopmirror.admin.shopify.ShopifyEndpoint;

/**
 * What Shopify says of its API beside the answer: that a call is deprecated, and which version it served. Logged once a
 * day, and what an operator should know of the version is kept.
 */
@ApplicationScoped
public class Notices {

    private static final int MAX_TEXT = 300;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");
    private static final Duration IN_GOOD_TIME = Duration.ofDays(90);

    private final ShopifyEndpoint endpoint;
    private final Supplier<Instant> clock;
    private final OnceADay onceADay = new OnceADay();
    private volatile @Nullable String served;

    @Inject
    Notices(ShopifyEndpoint endpoint) {
        this(endpoint, Instant::now);
    }

    Notices(ShopifyEndpoint endpoint, Supplier<Instant> clock) {
        this.endpoint = endpoint;
        this.clock = clock;
    }

    /** {@code SHOPIFY_API_VERSION}. */
    public String configuredVersion() {
        return endpoint.version();
    }

    /** By the latest answer of any shop that told; empty before. */
    public Optional<String> servedVersion() {
        return Optional.ofNullable(served);
    }

    /** What to do about the version; empty when nothing is. */
    public Optional<String> versionWarning() {
        List<String> warnings = new ArrayList<>();
        servedVersion()
                .filter(version -> !version.equals(configuredVersion()))
                .ifPresent(other ->
                        warnings.add("Shopify serves API version " + other + " and not " + configuredVersion()));
        endpoint.supportedUntil()
                .filter(this::isNear)
                .ifPresent(
                        end -> warnings.add("Shopify supports API version " + configuredVersion() + " until " + end));
        return warnings.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join(". ", warnings) + ". Set SHOPIFY_API_VERSION to a version that it supports");
    }

    /** By reason and not by shop: what is deprecated is so for all of them. */
    void heed(ShopCall call, Answer answer) {
        String reason = clean(answer.header("X-Shopify-API-Deprecated-Reason"));
        if (!reason.isEmpty() && onceADay.isDue("deprecated " + reason, clock.get())) {
            Log.warnf("Shopify calls a call deprecated. operation=%s reason=%s", call.operation(), reason);
        }
        String version = clean(answer.header("X-Shopify-API-Version"));
        if (!version.isEmpty()) {
            served = version;
        }
        versionWarning().filter(warning -> onceADay.isDue(warning, clock.get())).ifPresent(Log::warn);
    }

    private boolean isNear(Instant end) {
        return clock.get().plus(IN_GOOD_TIME).isAfter(end);
    }

    private static String clean(@Nullable String header) {
        String text =
                header == null ? "" : CONTROL.matcher(header).replaceAll(" ").strip();
        return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT);
    }
}
