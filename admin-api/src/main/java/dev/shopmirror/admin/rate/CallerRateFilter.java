package dev.shopmirror.admin.rate;

import jakarta.inject.Singleton;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Sees every request before anything is refused: a caller is held off also where its role, or its token, opens nothing.
 * Without a valid token it is known by its address alone.
 */
@Singleton
class CallerRateFilter {

    private final CallerRateLimit limit;
    private final CurrentIdentityAssociation identity;

    CallerRateFilter(CallerRateLimit limit, CurrentIdentityAssociation identity) {
        this.limit = limit;
        this.identity = identity;
    }

    @ServerRequestFilter(preMatching = true)
    Uni<Void> limit(HttpServerRequest request) {
        String address = "address " + request.remoteAddress().hostAddress();
        return identity.getDeferredIdentity()
                .map(caller -> caller.isAnonymous() ? address : nameOf(caller))
                .onFailure()
                .recoverWithItem(address)
                .invoke(limit::require)
                .replaceWithVoid();
    }

    private static String nameOf(SecurityIdentity caller) {
        return "name " + caller.getPrincipal().getName();
    }
}
