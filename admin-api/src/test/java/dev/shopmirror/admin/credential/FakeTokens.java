package dev.shopmirror.admin.credential;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import io.smallrye.mutiny.Uni;

import dev.shopmirror.admin.secret.Secret;
import dev.shopmirror.admin.shopify.ShopifyException;
import dev.shopmirror.admin.shopify.ShopifyException.Reason;
import dev.shopmirror.admin.shopify.oauth.TokenEndpoint;
import dev.shopmirror.admin.shopify.oauth.TokenGrant;

/**
 * Shopify's token endpoint for one shop, with answers that can be held back. Refresh tokens rotate as Shopify documents
 * it: the old one is valid until the pair that replaced it is first used.
 */
final class FakeTokens implements TokenEndpoint {

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final AtomicInteger grants = new AtomicInteger();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger mostUnderWay = new AtomicInteger();
    private Optional<Duration> lifetime = Optional.of(Duration.ofHours(1));
    private String current = "shprt_0";
    private String replacement = "";
    private ShopifyException failure;
    private CompletableFuture<Void> gate = CompletableFuture.completedFuture(null);

    @Override
    public Uni<TokenGrant> refresh(String shopDomain, Secret refreshToken) {
        calls.add("refresh " + refreshToken.reveal());
        return afterGate(() -> rotate(refreshToken.reveal()));
    }

    @Override
    public Uni<TokenGrant> clientCredentials(String shopDomain) {
        calls.add("client_credentials");
        return afterGate(() -> {
            failIfTold();
            return new TokenGrant(nextAccessToken(), Optional.empty(), lifetime);
        });
    }

    /** What was asked for, in order. */
    List<String> calls() {
        return calls;
    }

    /** Requests that somebody waited for at the same time. */
    int mostUnderWay() {
        return mostUnderWay.get();
    }

    /** From here on grants say this, or nothing, of how long they live. */
    void lifetime(Duration duration) {
        lifetime = Optional.ofNullable(duration);
    }

    /** From here on every request ends like this; null for success. */
    void failWith(Reason reason) {
        failure = reason == null ? null : new ShopifyException(reason, "told to", "id-1");
    }

    /** From here on requests wait for the returned gate to be completed. */
    CompletableFuture<Void> closeGate() {
        gate = new CompletableFuture<>();
        return gate;
    }

    /** A call with the newest access token ends the old refresh token's life. */
    synchronized void firstUse() {
        current = replacement;
    }

    /** Opens the gate for the requests to come; those that wait go on waiting. */
    void openGate() {
        gate = CompletableFuture.completedFuture(null);
    }

    private Uni<TokenGrant> afterGate(Supplier<TokenGrant> answer) {
        CompletableFuture<Void> wait = gate;
        return Uni.createFrom()
                .completionStage(wait::copy)
                .onSubscription()
                .invoke(() -> mostUnderWay.accumulateAndGet(underWay.incrementAndGet(), Math::max))
                .onTermination()
                .invoke(() -> underWay.decrementAndGet())
                .map(opened -> answer.get());
    }

    private synchronized TokenGrant rotate(String refreshToken) {
        failIfTold();
        if (refreshToken.equals(replacement)) {
            current = replacement;
        }
        if (!refreshToken.equals(current)) {
            throw new ShopifyException(Reason.TOKEN_REFUSED, "invalid_grant", "id-1");
        }
        Secret access = nextAccessToken();
        replacement = "shprt_" + grants.get();
        return new TokenGrant(access, Optional.of(Secret.of(replacement)), lifetime);
    }

    private void failIfTold() {
        if (failure != null) {
            throw failure;
        }
    }

    private Secret nextAccessToken() {
        return Secret.of("shpat_" + grants.incrementAndGet());
    }
}
