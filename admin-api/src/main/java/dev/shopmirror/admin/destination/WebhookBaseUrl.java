package dev.shopmirror.admin.destination;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.shopmirror.admin.address.HostKind;

/** The public address of ingest-service, without a trailing slash. Shopify delivers below it, by https only. */
public record WebhookBaseUrl(String value) {

    private static final String PATH = "/api/shopify/webhooks/";
    private static final String ADVICE = "; set WEBHOOK_BASE_URL to the public https address of ingest-service";
    private static final Pattern SHOPIFYS_OWN = Pattern.compile("(.+\\.)?(myshopify|shopify)\\.com");

    public static WebhookBaseUrl of(String text) {
        return new WebhookBaseUrl(text.strip().replaceFirst("/+$", ""));
    }

    public String addressOf(String topic) {
        return value + PATH + topic;
    }

    /** Whether a delivery there would reach this ingest-service: {@code https://a.example} has no {@code https://a.example.evil}. */
    public boolean covers(String address) {
        return address.startsWith(value + PATH) && !address.contains("..");
    }

    public boolean isHttps() {
        return "https".equals(scheme(parse()));
    }

    /**
     * Why nothing can be delivered there, or empty.
     *
     * @param shopifyIsLocal Shopify is a simulator on this machine: it delivers to plain localhost
     */
    public Optional<String> refusal(boolean shopifyIsLocal) {
        Optional<URI> uri = parse();
        if (uri.isEmpty()) {
            return Optional.of("is not a URL of a host" + ADVICE);
        }
        HostKind host = HostKind.of(uri.get().getHost());
        if (host == HostKind.LOOPBACK && shopifyIsLocal) {
            return Optional.empty();
        }
        if (!isHttps()) {
            return Optional.of("is not https, and Shopify delivers by https only" + ADVICE);
        }
        boolean shopify = SHOPIFYS_OWN
                .matcher(uri.get().getHost().toLowerCase(Locale.ROOT))
                .matches();
        return host == HostKind.PUBLIC && !shopify
                ? Optional.empty()
                : Optional.of("names a host that Shopify cannot reach or does not deliver to" + ADVICE);
    }

    /** What an operator should know although, or because, registering may be possible; or empty. */
    public Optional<String> warning(boolean shopifyIsLocal) {
        Optional<String> refusal = refusal(shopifyIsLocal).map(why -> "The base URL " + why);
        boolean onlyForTheSimulator = refusal.isEmpty() && !isHttps();
        return onlyForTheSimulator
                ? Optional.of(
                        "The base URL is not https: good for the simulator on this machine, never for Shopify" + ADVICE)
                : refusal;
    }

    private Optional<URI> parse() {
        try {
            URI uri = URI.create(value);
            String scheme = scheme(Optional.of(uri));
            boolean usable = ("http".equals(scheme) || "https".equals(scheme))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
            return usable ? Optional.of(uri) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String scheme(Optional<URI> uri) {
        return uri.map(URI::getScheme)
                .map(scheme -> scheme.toLowerCase(Locale.ROOT))
                .orElse("");
    }
}
