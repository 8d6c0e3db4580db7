package dev.shopmirror.admin.shopify.gate;

import java.time.Duration;

/**
 * What the gates allow.
 *
 * @param underWay calls at once, of all shops
 * @param underWayPerShop calls at once: a shop that hangs keeps no more than these from the others
 * @param longestWait a call that would wait longer for its shop's limit is refused at once
 * @param failuresToOpen failures in a row after which nothing is sent to a shop
 * @param open how long nothing is sent
 */
public record GateLimits(int underWay, int underWayPerShop, Duration longestWait, int failuresToOpen, Duration open) {

    public GateLimits {
        if (underWay < 1 || underWayPerShop < 1 || failuresToOpen < 1) {
            throw new IllegalArgumentException("shopify.call: the limits must be above 0");
        }
    }
}
