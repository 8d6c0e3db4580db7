package dev.shopmirror.simulator.shop;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.shopmirror.simulator.subscription.TopicScopes;
import dev.shopmirror.simulator.token.AppTokens;

/** The app in this shop: since when, opened by which token, with which scopes. Shops begin with the app installed. */
final class Installation {

    private List<String> scopes = List.of("read_inventory", "read_locations", "read_products");
    /** Until a test says otherwise, every topic may be subscribed to. */
    private boolean scopesAreGiven;

    private final AppTokens tokens = new AppTokens(Clock.systemUTC());
    private Instant since;

    /** Null while the app is not installed. */
    private @Nullable String token;

    Installation(String token, Instant since) {
        this.token = token;
        this.since = since;
    }

    synchronized void install(String newToken, Instant moment) {
        this.tokens.revokeAll();
        this.token = newToken;
        this.since = moment;
    }

    synchronized void end() {
        this.tokens.revokeAll();
        this.token = null;
    }

    synchronized boolean isThere() {
        return token != null;
    }

    /** Whether something of that moment happened to an installation of before. */
    synchronized boolean isAfter(Instant moment) {
        return moment.isBefore(since);
    }

    AppTokens tokens() {
        return tokens;
    }

    synchronized boolean opensWith(String presented) {
        return token != null && (isFirst(presented) || tokens.accept(presented));
    }

    private boolean isFirst(String presented) {
        return MessageDigest.isEqual(
                String.valueOf(token).getBytes(StandardCharsets.UTF_8), presented.getBytes(StandardCharsets.UTF_8));
    }

    synchronized List<String> scopes() {
        return scopes;
    }

    synchronized boolean allowsTopic(String topic) {
        return !scopesAreGiven || TopicScopes.allow(scopes, topic);
    }

    synchronized boolean holds(String scope) {
        return !scopesAreGiven || TopicScopes.holds(scopes, scope);
    }

    synchronized void scopes(List<String> granted) {
        this.scopes = List.copyOf(granted);
        this.scopesAreGiven = true;
    }
}
