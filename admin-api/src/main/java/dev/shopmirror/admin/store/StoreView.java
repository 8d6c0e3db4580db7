package dev.shopmirror.admin.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.shopmirror.admin.credential.CredentialKind;

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

        @Schema(description = "When Shopify's app/uninstalled came; null when none stands", nullable = true)
        Instant uninstalledAt,

        @Schema(description = "When Shopify refused the token after that; null: provisional", nullable = true)
        Instant uninstallConfirmedAt,

        @Schema(description = "Granted to the app, as last told; null until known", nullable = true)
        List<String> accessScopes,

        @Schema(description = "ISO 4217, of all prices; null until known", nullable = true, examples = "EUR")
        String currency,

        @Schema(
                implementation = Object[].class,
                nullable = true,
                description = "Subscriptions the shop shall have: [{topic, fields?, filter?}]; null for the configured")
        JsonNode wantedWebhooks,

        @Schema(description = "Whether missing subscriptions are created again without an operator")
        boolean healsDrift,

        @Schema(
                implementation = Object[].class,
                nullable = true,
                description =
                        "What differed from the wanted subscriptions when last looked; null before the first look")
        JsonNode drift,

        @Schema(description = "When Shopify was last asked which subscriptions it has", nullable = true)
        Instant driftCheckedAt,

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
                store.uninstalledAt,
                store.uninstallConfirmedAt,
                store.accessScopes == null ? null : List.of(store.accessScopes),
                store.currency,
                store.wantedWebhooks,
                store.healsDrift,
                store.drift,
                store.driftCheckedAt,
                store.createdAt,
                store.updatedAt);
    }
}
