package dev.shopmirror.admin.credential;

import java.time.Duration;

/**
 * How long a renewal may take. A request that was given up may still be carried out: Shopify works on one for at most
 * 10 s, so a claim lasts longer than a request and that, and no two replicas ever renew by the same refresh token.
 *
 * @param request for the grant, its wait for the shop's limit included
 * @param claim of a replica on a store's renewal; an older one is a dead replica's
 * @param patience of who waits for another replica, so that it outlives a dead one
 */
record RenewalTimes(Duration request, Duration claim, Duration patience) {

    static final RenewalTimes REAL =
            new RenewalTimes(Duration.ofSeconds(15), Duration.ofSeconds(30), Duration.ofSeconds(35));

    RenewalTimes {
        if (request.compareTo(claim) >= 0 || claim.compareTo(patience) >= 0) {
            throw new IllegalArgumentException("A claim outlives a request, and patience a claim");
        }
    }
}
