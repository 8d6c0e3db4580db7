package dev.shopmirror.admin.connection;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.shopmirror.admin.shopify.ShopifyException;
import dev.shopmirror.admin.shopify.oauth.Installation;
import dev.shopmirror.admin.store.Store;
import dev.shopmirror.admin.store.StoreStatus;

/** What Shopify said to a store's credentials. */
@Schema(name = "CredentialsCheck")
record CheckAnswer(
        UUID storeId,
        String shopDomain,

        @Schema(description = "Whether Shopify takes the credentials")
        boolean valid,

        @Schema(description = "Shopify's words when it does not", nullable = true)
        String refusal,

        @Schema(description = "The store's status after the check")
        StoreStatus status,

        @Schema(description = "Why it is not active", nullable = true)
        String statusReason,

        @Schema(description = "Shopify's id of the shop, 64 bit; null until known", nullable = true)
        String shopifyShopId,

        @Schema(description = "Granted to the app; empty when the credentials are not valid")
        List<String> scopes,

        @Schema(description = "Wanted topics that Shopify would not deliver")
        List<MissingScope> missingScopes,

        @Schema(description = "Wanted topics of which is not known here which scope they take")
        List<String> unknownTopics,

        Instant checkedAt) {

    /** A topic that takes one of the scopes, of which none is granted. */
    record MissingScope(
            @Schema(examples = "inventory_levels/update") String topic, List<String> anyOf) {

        private static MissingScope of(String topic, Collection<String> granted) {
            return new MissingScope(topic, TopicScopes.missing(topic, granted));
        }
    }

    static CheckAnswer valid(Store store, Installation found, Collection<String> topics, Instant asked) {
        List<MissingScope> missing = topics.stream()
                .map(topic -> MissingScope.of(topic, found.scopes()))
                .filter(one -> !one.anyOf().isEmpty())
                .toList();
        List<String> unknown =
                topics.stream().filter(topic -> !TopicScopes.isKnown(topic)).toList();
        return of(store, true, null, found.scopes(), missing, unknown, asked);
    }

    static CheckAnswer refused(Store store, ShopifyException refusal, Instant asked) {
        return of(store, false, refusal.getMessage(), List.of(), List.of(), List.of(), asked);
    }

    private static CheckAnswer of(
            Store store,
            boolean valid,
            String refusal,
            List<String> scopes,
            List<MissingScope> missing,
            List<String> unknown,
            Instant asked) {
        return new CheckAnswer(
                store.id(),
                store.shopDomain(),
                valid,
                refusal,
                store.status(),
                store.statusReason().orElse(null),
                store.shopifyShopId().map(String::valueOf).orElse(null),
                scopes,
                missing,
                unknown,
                asked);
    }
}
