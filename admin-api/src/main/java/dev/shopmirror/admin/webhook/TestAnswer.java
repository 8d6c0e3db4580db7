package dev.shopmirror.admin.webhook;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.shopmirror.admin.destination.WantedWebhook;
import dev.shopmirror.admin.destination.WebhookBaseUrl;
import dev.shopmirror.admin.destination.WebhookTarget;
import dev.shopmirror.admin.shopify.Subscription;
import dev.shopmirror.admin.store.Store;

/** How a store's webhooks stand: the configuration, and what Shopify has against what is wanted. */
record TestAnswer(boolean success, Data data) {

    @Schema(name = "TestData")
    record Data(
            UUID storeId,
            String storeName,
            String shopDomain,
            String webhookBaseUrl,

            @Schema(examples = "https://hooks.example.com/api/shopify/webhooks/:topic")
            String expectedWebhookUrl,

            boolean isHttps,

            @Schema(description = "What to do about the base URL; null when it is fine", nullable = true)
            String warning,

            @Schema(description = "The configured topics: true when Shopify delivers them to us")
            List<Topic> topics,

            @Schema(description = "Subscriptions that are not wanted here; they are never touched")
            List<RegisteredWebhook> foreign,

            @Schema(description = "Why Shopify did not say what it has; null when it did", nullable = true)
            String shopifyError) {}

    record Topic(String topic, boolean registered) {}

    static TestAnswer of(Store store, WebhookTarget target, List<Subscription> actual) {
        RegistrationPlan plan = RegistrationPlan.of(target.wanted(null), actual);
        return of(store, target, plan, null);
    }

    static TestAnswer withoutShopify(Store store, WebhookTarget target, String why) {
        return of(store, target, RegistrationPlan.of(target.wanted(null), List.of()), why);
    }

    private static TestAnswer of(Store store, WebhookTarget target, RegistrationPlan plan, String shopifyError) {
        WebhookBaseUrl baseUrl = target.baseUrl();
        Data data = new Data(
                store.id(),
                store.name(),
                store.shopDomain(),
                baseUrl.value(),
                baseUrl.addressOf(":topic"),
                baseUrl.isHttps(),
                target.warning().orElse(null),
                topics(target.wanted(null), plan),
                plan.foreign().stream().map(RegisteredWebhook::of).toList(),
                shopifyError);
        return new TestAnswer(true, data);
    }

    private static List<Topic> topics(List<WantedWebhook> wanted, RegistrationPlan plan) {
        return wanted.stream()
                .map(one -> new Topic(one.topic(), !plan.create().contains(one)))
                .toList();
    }
}
