package dev.shopmirror.simulator.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Tokens issued for one shop, beside the one it was set up with. A refresh token stays valid until the pair that replaced
 * it is first used, be it by a call or by a refresh: a pair that was used and not kept is lost. See Shopify's page on
 * offline access tokens.
 */
public final class AppTokens {

    /** An access token: until when, and to which pair it belongs. */
    private record Access(Instant until, @Nullable Refresh refresh) {}

    /** A refresh token, and the one it replaces. */
    private record Refresh(String token, @Nullable String replaced) {}

    private final Clock clock;
    private final Map<String, Access> accesses = new HashMap<>();
    private final Map<String, Refresh> refreshes = new HashMap<>();
    private TokenRules rules = TokenRules.DEFAULT;

    /** @param clock by which tokens expire */
    public AppTokens(Clock clock) {
        this.clock = clock;
    }

    /** How requests are answered. */
    public synchronized TokenRules rules() {
        return rules;
    }

    /** How requests are answered from now on. */
    public synchronized void rules(TokenRules others) {
        this.rules = others;
    }

    /** An expiring access token and its refresh token, as an installation gives them; earlier pairs are void. */
    public TokenPair issue() {
        return grant(newToken("shpat_"), newToken("shprt_"));
    }

    /** {@link #issue} with given tokens. */
    public synchronized TokenPair grant(String access, String refresh) {
        revokeAll();
        add(access, new Refresh(refresh, null));
        return new TokenPair(access, refresh);
    }

    /** A new pair for a refresh token; empty when that is refused. */
    public synchronized Optional<TokenPair> refresh(String presented) {
        Refresh refresh = refreshes.get(presented);
        if (refresh == null || rules.refusesRefresh()) {
            return Optional.empty();
        }
        use(refresh);
        String access = newToken("shpat_");
        Refresh replacement = new Refresh(newToken("shprt_"), presented);
        add(access, replacement);
        return Optional.of(new TokenPair(access, replacement.token()));
    }

    /** An access token for client credentials; empty when they are refused. */
    public synchronized Optional<TokenPair> forClientCredentials() {
        if (rules.refusesClientCredentials()) {
            return Optional.empty();
        }
        String access = newToken("shpat_");
        accesses.put(access, new Access(in(rules.clientCredentialsLifetime()), null));
        return Optional.of(new TokenPair(access, null));
    }

    /** Whether an access token opens the shop now; this is its use. */
    public synchronized boolean accept(String presented) {
        Access access = accesses.get(presented);
        if (access == null || !clock.instant().isBefore(access.until())) {
            return false;
        }
        if (access.refresh() != null) {
            use(access.refresh());
        }
        return true;
    }

    /** The access token is refused from now on; its refresh token stays. False when it is not one of these. */
    public synchronized boolean expireAccessToken(String access) {
        return accesses.remove(access) != null;
    }

    /** All access tokens are refused from now on; refresh tokens stay. */
    public synchronized void expireAccessTokens() {
        accesses.clear();
    }

    /** Nothing issued so far is accepted any more. */
    public synchronized void revokeAll() {
        accesses.clear();
        refreshes.clear();
    }

    private void add(String access, Refresh refresh) {
        accesses.put(access, new Access(in(rules.lifetime()), refresh));
        refreshes.put(refresh.token(), refresh);
    }

    /** From its first use on, a pair is the only one: what it replaced, and what else replaced that, is void. */
    private void use(Refresh used) {
        if (used.replaced() != null && refreshes.containsKey(used.replaced())) {
            refreshes.values().removeIf(other -> !other.equals(used));
        }
    }

    private Instant in(Duration lifetime) {
        return clock.instant().plus(lifetime);
    }

    private static String newToken(String prefix) {
        return prefix + UUID.randomUUID().toString().replace("-", "");
    }
}
