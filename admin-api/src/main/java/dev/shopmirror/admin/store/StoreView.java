package dev.shopmirror.admin.store;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A store as the API shows it: no token, in no form. */
@Schema(name = "Store")
record StoreView(
        UUID id,
        @Schema(examples = "acme.myshopify.com") String shopDomain,
        String name,
        StoreStatus status,

        @Schema(description = "Why it is not active", nullable = true)
        String statusReason,

        @Schema(description = "Shopify's id of the shop, 64 bit; null until known", nullable = true)
        String shopifyShopId,

        CredentialKind credentialKind,
        @Schema(nullable = true) Instant accessTokenExpiresAt,

        @Schema(description = "No full comparison with Shopify has run since the store became active")
        boolean needsBackfill,

        @Schema(description = "When the credentials were last replaced")
        Instant installedAt,

        Instant createdAt,
        Instant updatedAt) {

    static StoreView of(Store store) {
        return new StoreView(
                store.id,
                store.shopDomain,
                store.name,
                store.status,
                store.statusReason,
                store.shopifyShopId == null ? null : store.shopifyShopId.toString(),
                store.credentialKind,
                store.accessTokenExpiresAt,
                store.needsBackfill,
                store.installedAt,
                store.createdAt,
                store.updatedAt);
    }
}
