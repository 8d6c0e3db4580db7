package dev.shopmirror.simulator.shop;

import java.time.ZoneOffset;

/**
 * What all shops of a simulator have in common.
 *
 * @param apiVersion deliveries are written in, {@code 2026-10}
 * @param offset of timestamps in bodies
 * @param localhostAllowed whether subscriptions may deliver to this machine
 * @param retryTimeScale 1 for Shopify's retry spacing
 */
public record ShopSettings(String apiVersion, ZoneOffset offset, boolean localhostAllowed, double retryTimeScale) {}
