package dev.shopmirror.admin.webhook;

import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** A subscription at Shopify that is ours: made by us, or found under our base URL. */
@Entity
@Table(name = "webhook_subscription")
@IdClass(RecordedWebhook.Key.class)
class RecordedWebhook {

    @Id
    @Column(name = "store_id")
    UUID storeId;

    @Id
    @Column(name = "webhook_id")
    long webhookId;

    String topic;

    String address;

    @Column(name = "base_url")
    String baseUrl;

    /** Identity, in the form JPA asks for. */
    static final class Key {
        UUID storeId;
        long webhookId;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && webhookId == key.webhookId && storeId.equals(key.storeId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(storeId, webhookId);
        }
    }
}
