package dev.shopmirror.simulator.subscription;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where Shopify is willing to deliver to: https, a public host, not Shopify's own.
 *
 * @param localhostAllowed loopback addresses pass, by http too; Shopify itself never allows them
 */
record AddressRules(boolean localhostAllowed) {

    private static final int MAX_BYTES = 64 * 1024;
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d+){3}|\\[::1]");
    private static final Pattern INTERNAL = Pattern.compile("localhost|.+\\.(localhost|local|internal)"
            + "|(0|10|127)(\\.\\d+){3}|192\\.168(\\.\\d+){2}|169\\.254(\\.\\d+){2}|172\\.(1[6-9]|2\\d|3[01])(\\.\\d+){2}"
            + "|\\[(::1?|f[cde].*)]|(.+\\.)?(shopify|myshopify)\\.com");

    /** Shopify's words against this address, or empty when it may be used. */
    Optional<String> refusal(String address) {
        if (address.isBlank()) {
            return Optional.of("can't be blank");
        }
        if (address.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            return Optional.of("is too big (maximum is 64 KB)");
        }
        try {
            return refusal(new URI(address));
        } catch (URISyntaxException e) {
            return Optional.of("is invalid");
        }
    }

    private Optional<String> refusal(URI uri) {
        if (uri.getScheme() == null || uri.getHost() == null) {
            return Optional.of("is invalid");
        }
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        boolean web = scheme.equals("http") || scheme.equals("https");
        if (localhostAllowed && web && LOOPBACK.matcher(host).matches()) {
            return Optional.empty();
        }
        if (!scheme.equals("https")) {
            return Optional.of("protocol " + scheme + ":// is not supported");
        }
        return INTERNAL.matcher(host).matches()
                ? Optional.of("cannot be a Shopify or an internal domain")
                : Optional.empty();
    }
}
