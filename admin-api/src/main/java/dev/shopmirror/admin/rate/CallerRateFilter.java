package dev.shopmirror.admin.rate;

import jakarta.inject.Singleton;

import io.quarkus.security.identity.SecurityIdentity;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Sees every request to the API. Who has no valid token was sent away before. */
@Singleton
class CallerRateFilter {

    private final CallerRateLimit limit;
    private final SecurityIdentity caller;

    CallerRateFilter(CallerRateLimit limit, SecurityIdentity caller) {
        this.limit = limit;
        this.caller = caller;
    }

    @ServerRequestFilter
    void limit() {
        limit.require(caller.getPrincipal().getName());
    }
}
