package dev.shopmirror.simulator;

import java.net.URI;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;

import dev.shopmirror.simulator.shop.ShopSettings;

/**
 * How a simulator is set up.
 *
 * @param port on 127.0.0.1; 0 for a free one
 * @param clientSecret deliveries are signed with
 * @param accessToken opens every shop's Admin API, unless a shop has its own ({@link ShopifySimulator#addShop})
 * @param allowLocalhostAddresses whether subscriptions may deliver to this machine, by http too
 * @param retryTimeScale 1 for Shopify's 8 retries over 4 hours, less for faster; above 0
 * @param apiVersion deliveries are written in
 * @param shopOffset of timestamps in bodies
 * @param complianceAddress where compliance webhooks go; null for nowhere
 */
public record SimulatorOptions(
        int port,
        String clientSecret,
        String accessToken,
        boolean allowLocalhostAddresses,
        double retryTimeScale,
        String apiVersion,
        ZoneOffset shopOffset,
        @Nullable URI complianceAddress) {

    /** @throws IllegalArgumentException naming the option that cannot be used */
    public SimulatorOptions {
        if (clientSecret.isEmpty() || accessToken.isEmpty()) {
            throw new IllegalArgumentException("clientSecret and accessToken must not be empty");
        }
        if (!(retryTimeScale > 0 && retryTimeScale <= 1)) {
            throw new IllegalArgumentException("retryTimeScale must be above 0 and at most 1");
        }
        if (complianceAddress != null && complianceAddress.getHost() == null) {
            throw new IllegalArgumentException("complianceAddress must be an http or https URL");
        }
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be 0 to 65535");
        }
    }

    /** A free port, invented credentials, no localhost, Shopify's own pace, API version 2026-10. */
    public static SimulatorOptions defaults() {
        return new SimulatorOptions(
                0, "shpss_simulator", "shpat_simulator", false, 1, "2026-10", ZoneOffset.ofHours(-5), null);
    }

    /** The same on this port. */
    public SimulatorOptions withPort(int other) {
        return new SimulatorOptions(
                other,
                clientSecret,
                accessToken,
                allowLocalhostAddresses,
                retryTimeScale,
                apiVersion,
                shopOffset,
                complianceAddress);
    }

    /** The same, signing with this secret. */
    public SimulatorOptions withClientSecret(String other) {
        return new SimulatorOptions(
                port,
                other,
                accessToken,
                allowLocalhostAddresses,
                retryTimeScale,
                apiVersion,
                shopOffset,
                complianceAddress);
    }

    /** The same, opened by this token. */
    public SimulatorOptions withAccessToken(String other) {
        return new SimulatorOptions(
                port,
                clientSecret,
                other,
                allowLocalhostAddresses,
                retryTimeScale,
                apiVersion,
                shopOffset,
                complianceAddress);
    }

    /** The same, delivering to this machine or not. */
    public SimulatorOptions withLocalhostAddresses(boolean allowed) {
        return new SimulatorOptions(
                port, clientSecret, accessToken, allowed, retryTimeScale, apiVersion, shopOffset, complianceAddress);
    }

    /** The same with faster retries. */
    public SimulatorOptions withRetryTimeScale(double scale) {
        return new SimulatorOptions(
                port,
                clientSecret,
                accessToken,
                allowLocalhostAddresses,
                scale,
                apiVersion,
                shopOffset,
                complianceAddress);
    }

    /** The same, delivering in this version. */
    public SimulatorOptions withApiVersion(String other) {
        return new SimulatorOptions(
                port,
                clientSecret,
                accessToken,
                allowLocalhostAddresses,
                retryTimeScale,
                other,
                shopOffset,
                complianceAddress);
    }

    /** The same in another time zone. */
    public SimulatorOptions withShopOffset(ZoneOffset other) {
        return new SimulatorOptions(
                port,
                clientSecret,
                accessToken,
                allowLocalhostAddresses,
                retryTimeScale,
                apiVersion,
                other,
                complianceAddress);
    }

    /** The same, sending compliance webhooks there; null for nowhere. */
    public SimulatorOptions withComplianceAddress(@Nullable URI other) {
        return new SimulatorOptions(
                port,
                clientSecret,
                accessToken,
                allowLocalhostAddresses,
                retryTimeScale,
                apiVersion,
                shopOffset,
                other);
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "SimulatorOptions[port=" + port + ", allowLocalhostAddresses=" + allowLocalhostAddresses
                + ", retryTimeScale=" + retryTimeScale + ", apiVersion=" + apiVersion + ']';
    }

    ShopSettings shopSettings() {
        return new ShopSettings(apiVersion, shopOffset, allowLocalhostAddresses, retryTimeScale, complianceAddress);
    }
}
