package dev.shopmirror.admin.store;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.shopmirror.admin.problem.Problem;
import dev.shopmirror.admin.problem.ProblemException;
import dev.shopmirror.admin.secret.Secret;

/** The access token a call to Shopify is made with. */
@ApplicationScoped
public class AccessTokens {

    private final Credentials credentials;

    AccessTokens(Credentials credentials) {
        this.credentials = credentials;
    }

    /** Fails with a problem when the store is not active, or has no token that is valid now. */
    public Uni<Secret> of(Store store) {
        return Uni.createFrom().item(() -> usableToken(store));
    }

    private Secret usableToken(Store store) {
        if (store.status != StoreStatus.ACTIVE) {
            throw ProblemException.of(Problem.STORE_NOT_ACTIVE, "The store is " + store.status.value());
        }
        if (store.accessToken == null) {
            throw unavailable(
                    "Tokens by client credentials are not fetched yet: register the store with an accessToken");
        }
        if (store.accessTokenExpiresAt != null && !store.accessTokenExpiresAt.isAfter(Instant.now())) {
            throw unavailable(
                    "The access token expired at " + store.accessTokenExpiresAt + " and is not refreshed yet");
        }
        return credentials.accessToken(store);
    }

    private static ProblemException unavailable(String detail) {
        return ProblemException.of(Problem.ACCESS_TOKEN_UNAVAILABLE, detail);
    }
}
