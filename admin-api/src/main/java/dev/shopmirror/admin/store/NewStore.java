package dev.shopmirror.admin.store;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.shopmirror.admin.credential.GivenCredentials;
import dev.shopmirror.admin.secret.Secret;

/** A store to be registered, as it came in; {@link NewStoreRules} says whether it may. Every field may be null. */
@Schema(
        requiredProperties = {"shopDomain", "name"},
        description =
                "With exactly one of: accessToken; accessToken, refreshToken and expiresAt; clientCredentials: true")
record NewStore(
        @Schema(examples = "acme.myshopify.com", description = "The shop's permanent domain")
        String shopDomain,

        @Schema(examples = "Acme", maxLength = NewStoreRules.MAX_NAME)
        String name,

        @Schema(description = "Admin API access token") Secret accessToken,

        @Schema(description = "Gets the next access token when this one expires")
        Secret refreshToken,

        @Schema(format = "date-time", description = "When the access token expires")
        String expiresAt,

        @Schema(description = "true: access tokens are got with the app's own id and secret")
        Boolean clientCredentials) {

    GivenCredentials credentials() {
        return new GivenCredentials(accessToken, refreshToken, expiresAt, clientCredentials);
    }
}
