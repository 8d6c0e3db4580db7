package dev.shopmirror.simulator;

import java.net.URI;
import java.time.ZoneOffset;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.shopmirror.simulator.limit.AdminLimits;
import dev.shopmirror.simulator.shop.ShopSettings;

/** How a simulator is set up. Immutable: every {@code with…} answers with changed options. */
public final class SimulatorOptions {

    private int port;
    private String clientId = "simulator-client-id";
    private String clientSecret = "shpss_simulator";
    private String accessToken = "shpat_simulator";
    private boolean allowLocalhostAddresses;
    private double retryTimeScale = 1;
    private String apiVersion = "2026-10";
    private ZoneOffset shopOffset = ZoneOffset.ofHours(-5);
    private AdminLimits limits = AdminLimits.DEFAULT;
    private @Nullable URI complianceAddress;

    private SimulatorOptions() {}

    private SimulatorOptions(SimulatorOptions other) {
        this.port = other.port;
        this.clientId = other.clientId;
        this.clientSecret = other.clientSecret;
        this.accessToken = other.accessToken;
        this.allowLocalhostAddresses = other.allowLocalhostAddresses;
        this.retryTimeScale = other.retryTimeScale;
        this.apiVersion = other.apiVersion;
        this.shopOffset = other.shopOffset;
        this.limits = other.limits;
        this.complianceAddress = other.complianceAddress;
    }

    /** A free port, invented credentials, no localhost, no REST limit, Shopify's own pace, API version 2026-10. */
    public static SimulatorOptions defaults() {
        return new SimulatorOptions();
    }

    /** On 127.0.0.1; 0 for a free one. */
    public int port() {
        return port;
    }

    /** Names the app in requests for tokens. */
    public String clientId() {
        return clientId;
    }

    /** Deliveries are signed with it, and requests for tokens show it. */
    public String clientSecret() {
        return clientSecret;
    }

    /** Opens every shop's Admin API, unless a shop has its own ({@link ShopifySimulator#addShop}). */
    public String accessToken() {
        return accessToken;
    }

    /** Whether subscriptions may deliver to this machine, by http too. */
    public boolean allowLocalhostAddresses() {
        return allowLocalhostAddresses;
    }

    /** 1 for Shopify's 8 retries over 4 hours, less for faster; above 0. */
    public double retryTimeScale() {
        return retryTimeScale;
    }

    /** Deliveries are written in. */
    public String apiVersion() {
        return apiVersion;
    }

    /** What a shop's Admin API takes at first. */
    public AdminLimits limits() {
        return limits;
    }

    /** Where compliance webhooks go; null for nowhere. */
    public @Nullable URI complianceAddress() {
        return complianceAddress;
    }

    /** The same on this port. */
    public SimulatorOptions withPort(int other) {
        require(other >= 0 && other <= 65_535, "port must be 0 to 65535");
        return with(copy -> copy.port = other);
    }

    /** The same, an app of this id. */
    public SimulatorOptions withClientId(String other) {
        require(!other.isEmpty(), "clientId must not be empty");
        return with(copy -> copy.clientId = other);
    }

    /** The same, signing with this secret. */
    public SimulatorOptions withClientSecret(String other) {
        require(!other.isEmpty(), "clientSecret must not be empty");
        return with(copy -> copy.clientSecret = other);
    }

    /** The same, opened by this token. */
    public SimulatorOptions withAccessToken(String other) {
        require(!other.isEmpty(), "accessToken must not be empty");
        return with(copy -> copy.accessToken = other);
    }

    /** The same, delivering to this machine or not. */
    public SimulatorOptions withLocalhostAddresses(boolean allowed) {
        return with(copy -> copy.allowLocalhostAddresses = allowed);
    }

    /** The same with faster retries. */
    public SimulatorOptions withRetryTimeScale(double scale) {
        require(scale > 0 && scale <= 1, "retryTimeScale must be above 0 and at most 1");
        return with(copy -> copy.retryTimeScale = scale);
    }

    /** The same, delivering in this version. */
    public SimulatorOptions withApiVersion(String other) {
        return with(copy -> copy.apiVersion = other);
    }

    /** The same in another time zone. */
    public SimulatorOptions withShopOffset(ZoneOffset other) {
        return with(copy -> copy.shopOffset = other);
    }

    /** The same, taking so many REST calls; Shopify's Standard plan has 2 a second and a bucket of 40. */
    public SimulatorOptions withRestLimit(double perSecond, int bucket) {
        return with(copy -> copy.limits = limits.withRest(perSecond, bucket));
    }

    /** The same, taking so many points of GraphQL calls; Shopify's Standard plan has 100 a second. */
    public SimulatorOptions withGraphqlLimit(double perSecond, int bucket) {
        return with(copy -> copy.limits = limits.withGraphql(perSecond, bucket));
    }

    /** The same, sending compliance webhooks there; null for nowhere. */
    public SimulatorOptions withComplianceAddress(@Nullable URI other) {
        require(other == null || other.getHost() != null, "complianceAddress must be an http or https URL");
        return with(copy -> copy.complianceAddress = other);
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "SimulatorOptions[port=" + port + ", allowLocalhostAddresses=" + allowLocalhostAddresses
                + ", retryTimeScale=" + retryTimeScale + ", apiVersion=" + apiVersion + ", limits=" + limits + ']';
    }

    ShopSettings shopSettings() {
        return new ShopSettings(
                apiVersion, shopOffset, allowLocalhostAddresses, retryTimeScale, limits, complianceAddress);
    }

    private SimulatorOptions with(Consumer<SimulatorOptions> change) {
        SimulatorOptions copy = new SimulatorOptions(this);
        change.accept(copy);
        return copy;
    }

    private static void require(boolean holds, String words) {
        if (!holds) {
            throw new IllegalArgumentException(words);
        }
    }
}
