package dev.shopmirror.admin.shopify.oauth;

import java.time.Duration;
import java.util.Optional;

import dev.shopmirror.admin.secret.Secret;

/**
 * A new access token.
 *
 * @param refreshToken for the one after it; empty when the one at hand stays, or there is none
 * @param lifetime empty when Shopify did not say: unknown, not endless
 */
public record TokenGrant(Secret accessToken, Optional<Secret> refreshToken, Optional<Duration> lifetime) {}
