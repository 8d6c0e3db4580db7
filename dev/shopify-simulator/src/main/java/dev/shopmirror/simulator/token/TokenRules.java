package dev.shopmirror.simulator.token;

import java.time.Duration;

/**
 * How a shop answers requests for tokens.
 *
 * @param lifetime of access tokens got by a refresh token
 * @param clientCredentialsLifetime of access tokens got by client credentials
 * @param tellsExpiry whether answers have {@code expires_in}; some of Shopify's lack it
 * @param refusesRefresh whether refresh tokens are refused, as after an uninstallation
 * @param refusesClientCredentials as for a store of another organisation
 */
public record TokenRules(
        Duration lifetime,
        Duration clientCredentialsLifetime,
        boolean tellsExpiry,
        boolean refusesRefresh,
        boolean refusesClientCredentials) {

    /** As Shopify documents it: an hour, about a day, nothing left out, nothing refused. */
    public static final TokenRules DEFAULT =
            new TokenRules(Duration.ofHours(1), Duration.ofSeconds(86_399), true, false, false);

    /** The same, refreshed access tokens living so long. */
    public TokenRules withLifetime(Duration other) {
        return new TokenRules(other, clientCredentialsLifetime, tellsExpiry, refusesRefresh, refusesClientCredentials);
    }

    /** The same, access tokens of client credentials living so long. */
    public TokenRules withClientCredentialsLifetime(Duration other) {
        return new TokenRules(lifetime, other, tellsExpiry, refusesRefresh, refusesClientCredentials);
    }

    /** The same, saying or not how long tokens live. */
    public TokenRules withExpiryTold(boolean told) {
        return new TokenRules(lifetime, clientCredentialsLifetime, told, refusesRefresh, refusesClientCredentials);
    }

    /** The same, refusing refresh tokens or not. */
    public TokenRules withRefreshRefused(boolean refused) {
        return new TokenRules(lifetime, clientCredentialsLifetime, tellsExpiry, refused, refusesClientCredentials);
    }

    /** The same, refusing client credentials or not. */
    public TokenRules withClientCredentialsRefused(boolean refused) {
        return new TokenRules(lifetime, clientCredentialsLifetime, tellsExpiry, refusesRefresh, refused);
    }
}
