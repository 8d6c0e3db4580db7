package dev.shopmirror.admin.store;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.hibernate.annotations.ColumnTransformer;

import dev.shopmirror.admin.credential.CredentialKind;
import dev.shopmirror.admin.credential.SealedCredentials;
import dev.shopmirror.admin.shopify.oauth.Installation;
import dev.shopmirror.admin.wanted.WantedTopic;
import dev.shopmirror.admin.wanted.WantedTopics;

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

    /** Of whoever renews the token; taken away here, its attempt cannot overwrite new credentials. */
    @Column(name = "renewal_id")
    UUID renewalId;

    @Column(name = "renewal_until")
    Instant renewalUntil;

    @Column(name = "uninstalled_at")
    Instant uninstalledAt;

    @Column(name = "uninstall_confirmed_at")
    Instant uninstallConfirmedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "status_before_uninstall")
    StoreStatus statusBeforeUninstall;

    @Column(name = "access_scopes")
    String[] accessScopes;

    @Column(name = "access_scopes_at")
    Instant accessScopesAt;

    @Column(name = "currency", insertable = false, updatable = false)
    String currency;

    @Column(name = "wanted_webhooks")
    @ColumnTransformer(read = "wanted_webhooks::text", write = "?::text::jsonb")
    @Convert(converter = JsonText.class)
    JsonNode wantedWebhooks;

    @Column(name = "heals_drift")
    boolean healsDrift;

    @Column(name = "drift", insertable = false, updatable = false)
    @ColumnTransformer(read = "drift::text")
    @Convert(converter = JsonText.class)
    JsonNode drift;

    @Column(name = "drift_checked_at", insertable = false, updatable = false)
    Instant driftCheckedAt;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    protected Store() {}

    /** A new store, active, without credentials yet. */
    static Store createdAt(Instant now) {
        Store store = new Store();
        store.id = UUID.randomUUID();
        store.status = StoreStatus.ACTIVE;
        store.needsBackfill = true;
        store.createdAt = now;
        store.updatedAt = now;
        return store;
    }

    /** From now on an uninstall that was triggered before is stale. */
    void replaceCredentials(SealedCredentials credentials, Instant now) {
        credentialKind = credentials.kind();
        accessToken = credentials.accessToken();
        refreshToken = credentials.refreshToken();
        accessTokenExpiresAt = credentials.accessTokenExpiresAt();
        renewalId = null;
        renewalUntil = null;
        installedAt = now;
        forgetUninstall();
    }

    /** @param reason why it is not active; null when it is */
    void become(StoreStatus next, String reason) {
        if (next == StoreStatus.ACTIVE && status != StoreStatus.ACTIVE) {
            needsBackfill = true;
            forgetUninstall();
        }
        if (next != status || next == StoreStatus.ACTIVE) {
            statusReason = reason;
        }
        status = next;
    }

    /**
     * Shopify took the token: that an uninstall was reported, or a token refused, is over, unless it happened after the
     * look.
     *
     * @param before as it was when Shopify was asked
     */
    public void foundConnected(Store before, Installation found, Instant asked) {
        shopifyShopId = found.shopId();
        accessScopes = found.scopes().toArray(String[]::new);
        accessScopesAt = asked;
        boolean wasLeft = status == StoreStatus.UNINSTALLED || status == StoreStatus.DISCONNECTED;
        if (wasLeft && isLike(before)) {
            comeBack();
        }
        updatedAt = asked;
    }

    /** Shopify refused the token of a store whose uninstallation it had reported. */
    public void foundUninstalled(Store before, Instant asked) {
        if (status == StoreStatus.UNINSTALLED && isLike(before)) {
            uninstallConfirmedAt = asked;
            statusReason = "The app was uninstalled: Shopify reported it (app/uninstalled) and refused the token";
            updatedAt = asked;
        }
    }

    /** What an operator had switched off stays so. */
    private void comeBack() {
        if (status == StoreStatus.UNINSTALLED && statusBeforeUninstall == StoreStatus.INACTIVE) {
            become(StoreStatus.INACTIVE, "Switched off before an uninstallation was reported that was none");
            forgetUninstall();
        } else {
            become(StoreStatus.ACTIVE, null);
        }
    }

    private boolean isLike(Store before) {
        return status == before.status
                && Objects.equals(uninstalledAt, before.uninstalledAt)
                && Objects.equals(installedAt, before.installedAt);
    }

    private void forgetUninstall() {
        uninstalledAt = null;
        uninstallConfirmedAt = null;
        statusBeforeUninstall = null;
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

    /** Missing subscriptions are to be created again without an operator. */
    public boolean isHealed() {
        return healsDrift && status == StoreStatus.ACTIVE;
    }

    /** Shopify's id of the shop; empty until known. */
    public Optional<Long> shopifyShopId() {
        return Optional.ofNullable(shopifyShopId);
    }

    /** Why it is not active; empty when it is. */
    public Optional<String> statusReason() {
        return Optional.ofNullable(statusReason);
    }

    /** Subscriptions it shall have; empty for the configured ones. */
    public Optional<List<WantedTopic>> wantedWebhooks() {
        return Optional.ofNullable(wantedWebhooks).map(WantedTopics::read);
    }

    /** A jsonb column, cast to text on its way: the driver would take text for a JSON string. */
    static final class JsonText implements AttributeConverter<JsonNode, String> {

        private static final ObjectMapper JSON = new ObjectMapper();

        @Override
        public String convertToDatabaseColumn(JsonNode node) {
            return node == null ? null : node.toString();
        }

        @Override
        public JsonNode convertToEntityAttribute(String text) {
            try {
                return text == null ? null : JSON.readTree(text);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("A jsonb column holds no JSON", e);
            }
        }
    }
}
