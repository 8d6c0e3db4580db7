package dev.shopmirror.admin.webhook;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import dev.shopmirror.admin.destination.WebhookBaseUrl;
import dev.shopmirror.admin.shopify.Subscription;

/** Which subscriptions at Shopify are ours. */
@ApplicationScoped
class RecordedWebhooks implements PanacheRepositoryBase<RecordedWebhook, RecordedWebhook.Key> {

    /** Two requests may find the same subscription at the same moment; the second one changes nothing. */
    private static final String INSERT = """
            insert into RecordedWebhook (storeId, webhookId, topic, address, baseUrl)
            values (:storeId, :webhookId, :topic, :address, :baseUrl)
            on conflict do nothing""";

    @WithTransaction
    Uni<Void> record(UUID storeId, Subscription subscription, WebhookBaseUrl baseUrl) {
        return getSession()
                .flatMap(session -> session.createMutationQuery(INSERT)
                        .setParameter("storeId", storeId)
                        .setParameter("webhookId", subscription.id())
                        .setParameter("topic", subscription.topic())
                        .setParameter("address", subscription.address())
                        .setParameter("baseUrl", baseUrl.value())
                        .executeUpdate())
                .replaceWithVoid();
    }
}
