package dev.shopmirror.sync.store;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What an event tells of the shop itself.
 *
 * @param shopId Shopify's numeric id of the shop that the body names; null when it names none
 * @param domain the {@code myshopify.com} domain that the body names; null when it names none
 * @param at which of two events of a kind is newer: the body's {@code updated_at}, or Triggered-At
 * @param receivedAt by our clock
 * @param currency of {@code shop/update}; null when absent
 * @param scopes of {@code app/scopes_update}; empty for other kinds
 * @see <a href="https://shopify.dev/docs/apps/build/privacy-law-compliance">Shopify: compliance topics</a>
 */
public record StoreEvent(
        Kind kind,
        @Nullable Long shopId,
        @Nullable String domain,
        Instant at,
        Instant receivedAt,
        @Nullable String currency,
        List<String> scopes) {

    /** What happened. */
    public enum Kind {
        UNINSTALLED,
        SCOPES_UPDATED,
        SHOP_UPDATED,
        SHOP_REDACTED,
        /** A compliance topic about a customer: recorded, for no customer data is kept. */
        CUSTOMER;

        /** Compliance bodies always name the shop's domain; others may have it null. */
        boolean namesItsShop() {
            return this == SHOP_REDACTED || this == CUSTOMER;
        }
    }

    /** Whether the body is about another shop than the header claims, which nobody signed. */
    public boolean isOfAnother(KnownStore store) {
        boolean otherDomain = domain == null ? kind.namesItsShop() : !domain.equalsIgnoreCase(store.shopDomain());
        boolean otherId =
                store.shopId() != null && shopId != null && !store.shopId().equals(shopId);
        return otherDomain || otherId;
    }

    /** Whether the body, which is signed, ties the numeric id to the domain. */
    boolean tiesIdToDomain() {
        return shopId != null && domain != null;
    }
}
