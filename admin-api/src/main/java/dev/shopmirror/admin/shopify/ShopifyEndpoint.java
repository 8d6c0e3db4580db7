package dev.shopmirror.admin.shopify;

import java.net.URI;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.shopmirror.admin.address.HostKind;
import dev.shopmirror.event.ShopDomain;

/** Builds the address of every call to Shopify. A host comes from a validated shop domain, never from a request. */
public final class ShopifyEndpoint {

    private static final String DEFAULT_TEMPLATE = "https://{shop}";
    private static final Pattern VERSION = Pattern.compile("\\d{4}-(?:0[1-9]|1[0-2])|unstable");

    private final String template;
    private final String version;
    private final boolean local;

    private ShopifyEndpoint(String template, String version, boolean local) {
        this.template = template;
        this.version = version;
        this.local = local;
    }

    /**
     * @param adminUrl with {@code {shop}} for the domain; blank for Shopify itself
     * @param version such as {@code 2026-10}
     * @throws IllegalArgumentException when a token would leave this machine unencrypted, or nothing could be called
     */
    public static ShopifyEndpoint of(String adminUrl, String version) {
        String template =
                adminUrl.isBlank() ? DEFAULT_TEMPLATE : adminUrl.strip().replaceFirst("/+$", "");
        if (!VERSION.matcher(version).matches()) {
            throw new IllegalArgumentException("SHOPIFY_API_VERSION: " + version + " is not like 2026-10");
        }
        URI sample = sampleOf(template);
        boolean local = HostKind.of(sample.getHost()) == HostKind.LOOPBACK;
        if (!template.contains("{shop}") || !("https".equals(sample.getScheme()) || local)) {
            throw invalid(template);
        }
        return new ShopifyEndpoint(template, version, local);
    }

    private static URI sampleOf(String template) {
        try {
            URI sample = URI.create(template.replace("{shop}", "sample.myshopify.com"));
            if (sample.getHost() == null || sample.getRawQuery() != null || sample.getRawUserInfo() != null) {
                throw invalid(template);
            }
            return sample;
        } catch (IllegalArgumentException e) {
            throw invalid(template);
        }
    }

    private static IllegalArgumentException invalid(String template) {
        return new IllegalArgumentException("SHOPIFY_ADMIN_URL: " + template
                + " must be an https URL (http on this machine only) with {shop}, such as " + DEFAULT_TEMPLATE);
    }

    /** Shopify is a simulator on this machine, which can deliver to plain localhost. */
    public boolean isLocal() {
        return local;
    }

    public String version() {
        return version;
    }

    /**
     * When Shopify may stop serving the version and serve a later one instead: a year after its release, on the first of
     * its month at 17:00 UTC. Empty for {@code unstable}. Source: "Shopify API versioning".
     */
    public Optional<Instant> supportedUntil() {
        return version.equals("unstable")
                ? Optional.empty()
                : Optional.of(YearMonth.parse(version)
                        .plusYears(1)
                        .atDay(1)
                        .atTime(17, 0)
                        .toInstant(ZoneOffset.UTC));
    }

    /** Without a trailing slash. */
    public URI of(String shopDomain) {
        String valid = ShopDomain.parse(shopDomain)
                .orElseThrow(() -> new IllegalArgumentException("Not a shop domain: " + shopDomain));
        return URI.create(template.replace("{shop}", valid));
    }
}
