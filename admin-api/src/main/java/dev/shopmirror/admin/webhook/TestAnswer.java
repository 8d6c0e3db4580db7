package dev.shopmirror.admin.webhook;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.shopmirror.admin.destination.WantedWebhook;
import dev.shopmirror.admin.destination.WebhookBaseUrl;
import dev.shopmirror.admin.destination.WebhookTarget;
import dev.shopmirror.admin.shopify.Subscription;
import dev.shopmirror.admin.shopify.call.Notices;
import dev.shopmirror.admin.store.Store;
import dev.shopmirror.admin.subscription.Failure;
import dev.shopmirror.admin.subscription.SubscriptionPlan;
import dev.shopmirror.admin.subscription.SubscriptionPlan.Update;
import dev.shopmirror.admin.subscription.WantedSet;

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

            ApiVersion apiVersion,

            @Schema(description = "What the store should have, as far as Shopify said")
            List<Topic> topics,

            @Schema(description = "Somebody else's subscriptions; they are never touched")
            List<RegisteredWebhook> foreign,

            @Schema(description = "Why Shopify did not say what it has; null when it did", nullable = true)
            String shopifyError) {}

    @Schema(name = "ApiVersion")
    record ApiVersion(
            @Schema(description = "SHOPIFY_API_VERSION", examples = "2026-10")
            String configured,

            @Schema(description = "By Shopify's latest answer; null before the first", nullable = true)
            String served,

            @Schema(
                    description = "What to do when another one is served, or its end is near; null when it is fine",
                    nullable = true)
            String warning) {

        static ApiVersion of(Notices notices) {
            return new ApiVersion(
                    notices.configuredVersion(),
                    notices.servedVersion().orElse(null),
                    notices.versionWarning().orElse(null));
        }
    }

    record Topic(
            String topic,

            @Schema(description = "Shopify delivers it to the wanted address")
            boolean registered,

            @Schema(description = "What a registration would do about it: keep, create, change, move, or refuse")
            String plan) {}

    /** @param actual null when Shopify did not say, for the reason {@code shopifyError} */
    static TestAnswer of(
            Store store,
            WebhookTarget target,
            ApiVersion version,
            WantedSet wanted,
            SubscriptionPlan actual,
            String shopifyError) {
        WebhookBaseUrl baseUrl = target.baseUrl();
        Data data = new Data(
                store.id(),
                store.name(),
                store.shopDomain(),
                baseUrl.value(),
                baseUrl.addressOf(":topic"),
                baseUrl.isHttps(),
                target.warning().orElse(null),
                version,
                topics(wanted, actual),
                actual == null
                        ? List.of()
                        : actual.foreign().stream().map(RegisteredWebhook::of).toList(),
                shopifyError);
        return new TestAnswer(true, data);
    }

    private static List<Topic> topics(WantedSet wanted, SubscriptionPlan actual) {
        Stream<Topic> had = wanted.webhooks().stream().map(one -> topic(one, actual));
        Stream<Topic> refused =
                wanted.refused().stream().map(Failure::topic).map(topic -> new Topic(topic, false, "refuse"));
        return Stream.concat(had, refused).toList();
    }

    private static Topic topic(WantedWebhook wanted, SubscriptionPlan actual) {
        String topic = wanted.topic();
        if (actual == null) {
            return new Topic(topic, false, null);
        }
        if (actual.keep().stream().map(Subscription::topic).anyMatch(topic::equals)) {
            return new Topic(topic, true, "keep");
        }
        return actual.update().stream()
                .filter(update -> update.wanted().topic().equals(topic))
                .findFirst()
                .map(TestAnswer::topic)
                .orElseGet(() -> new Topic(topic, false, "create"));
    }

    private static Topic topic(Update update) {
        return new Topic(update.wanted().topic(), !update.moves(), update.moves() ? "move" : "change");
    }
}
