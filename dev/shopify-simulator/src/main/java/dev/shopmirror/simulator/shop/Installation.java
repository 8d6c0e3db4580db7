package dev.shopmirror.simulator.shop;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** The app in this shop: since when, opened by which token, with which scopes. Shops begin with the app installed. */
final class Installation {

    private List<String> scopes = List.of("read_inventory", "read_locations", "read_products");
    private Instant since;

    /** Null while the app is not installed. */
    private @Nullable String token;

    Installation(String token, Instant since) {
        this.token = token;
        this.since = since;
    }

    synchronized void install(String newToken, Instant moment) {
        this.token = newToken;
        this.since = moment;
    }

    synchronized void end() {
        this.token = null;
    }

    synchronized boolean isThere() {
        return token != null;
    }

    /** Whether something of that moment happened to an installation of before. */
    synchronized boolean isAfter(Instant moment) {
        return moment.isBefore(since);
    }

    synchronized boolean opensWith(String presented) {
        return token != null
                && MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.UTF_8), presented.getBytes(StandardCharsets.UTF_8));
    }

    synchronized List<String> scopes() {
        return scopes;
    }

    synchronized void scopes(List<String> granted) {
        this.scopes = List.copyOf(granted);
    }
}
