package dev.shopmirror.simulator.shop;

import java.net.URI;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;

import dev.shopmirror.simulator.limit.AdminLimits;

/**
 * What all shops of a simulator have in common.
 *
 * @param apiVersion deliveries are written in, {@code 2026-10}
 * @param offset of timestamps in bodies
 * @param localhostAllowed whether subscriptions may deliver to this machine
 * @param retryTimeScale 1 for Shopify's retry spacing
 * @param limits of the Admin API at first
 * @param complianceAddress where a shop's compliance webhooks go at first; null for nowhere
 */
public record ShopSettings(
        String apiVersion,
        ZoneOffset offset,
        boolean localhostAllowed,
        double retryTimeScale,
        AdminLimits limits,
        @Nullable URI complianceAddress) {}
