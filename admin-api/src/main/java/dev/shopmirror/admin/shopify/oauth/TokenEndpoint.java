package dev.shopmirror.admin.shopify.oauth;

import io.smallrye.mutiny.Uni;

import dev.shopmirror.admin.secret.Secret;

/**
 * Where Shopify hands out access tokens. A call fails with a {@code ShopifyException}: {@code TOKEN_REFUSED} when the shop
 * gives no token any more, {@code INVALID_REQUEST} when it is the app that is refused, else as any call; and with a
 * problem when the app's id and secret are not configured.
 *
 * @see <a href="https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/offline-access-tokens">
 *     Shopify: offline access tokens</a>
 */
public interface TokenEndpoint {

    /** Replaces the pair; the refresh token given here stays valid until the new access token is first used. */
    Uni<TokenGrant> refresh(String shopDomain, Secret refreshToken);

    /** For shops of the app's own organisation; lives about 24 hours. */
    Uni<TokenGrant> clientCredentials(String shopDomain);
}
