package dev.shopmirror.event;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** A shop's permanent name, {@code acme.myshopify.com}, in lower case. Hosts of Admin API calls are built from it. */
public final class ShopDomain {

    private static final Pattern VALID = Pattern.compile("[a-z0-9][a-z0-9-]*\\.myshopify\\.com");

    /** A DNS name holds no more. */
    private static final int MAX_LENGTH = 253;

    private ShopDomain() {}

    /** The domain in its one spelling, or empty when it is none: {@code Acme.myshopify.com} → {@code acme.myshopify.com}. */
    public static Optional<String> parse(@Nullable String value) {
        if (value == null || value.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String domain = value.toLowerCase(Locale.ROOT);
        return VALID.matcher(domain).matches() ? Optional.of(domain) : Optional.empty();
    }
}
