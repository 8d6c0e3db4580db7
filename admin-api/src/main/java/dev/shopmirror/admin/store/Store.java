package dev.shopmirror.admin.store;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

/** A shop whose catalogue is mirrored. Its tokens are encrypted and only {@link AccessTokens} reads them. */
@Entity
public class Store {

    @Id
    UUID id;

    @Column(name = "shop_domain")
    String shopDomain;

    String name;

    @Enumerated(EnumType.STRING)
    StoreStatus status;

    @Column(name = "status_reason")
    String statusReason;

    @Column(name = "shopify_shop_id")
    Long shopifyShopId;

    @Column(name = "needs_backfill")
    boolean needsBackfill;

    @Column(name = "installed_at")
    Instant installedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "credential_kind")
    CredentialKind credentialKind;

    @Column(name = "access_token")
    String accessToken;

    @Column(name = "access_token_expires_at")
    Instant accessTokenExpiresAt;

    @Column(name = "refresh_token")
    String refreshToken;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    protected Store() {}

    /** A store whose credentials are set now: an uninstall triggered before is stale. */
    static Store installedAt(Instant now) {
        Store store = new Store();
        store.id = UUID.randomUUID();
        store.status = StoreStatus.ACTIVE;
        store.needsBackfill = true;
        store.installedAt = now;
        store.createdAt = now;
        store.updatedAt = now;
        return store;
    }

    public UUID id() {
        return id;
    }

    /** Lower case, {@code acme.myshopify.com}. */
    public String shopDomain() {
        return shopDomain;
    }

    public String name() {
        return name;
    }

    public StoreStatus status() {
        return status;
    }
}
