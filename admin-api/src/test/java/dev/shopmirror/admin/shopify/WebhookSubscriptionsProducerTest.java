package dev.shopmirror.admin.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import org.junit.jupiter.api.Test;

class WebhookSubscriptionsProducerTest {

    private final WebhookSubscriptions rest = new Nowhere();
    private final WebhookSubscriptions graphQl = new Nowhere();

    @Test
    void configurationChoosesTheAdapter() {
        assertThat(chosenBy(Map.of("shopify.adapter", "rest"))).isSameAs(rest);
        assertThat(chosenBy(Map.of("shopify.adapter", "graphql"))).isSameAs(graphQl);
        assertThat(chosenBy(Map.of("shopify.adapter", "GRAPHQL"))).isSameAs(graphQl);
    }

    @Test
    void withoutAChoiceItIsTheApiOfTheGuide() {
        assertThat(chosenBy(Map.of())).isSameAs(rest);
    }

    private WebhookSubscriptions chosenBy(Map<String, String> settings) {
        ShopifyConfig config = new SmallRyeConfigBuilder()
                .withMapping(ShopifyConfig.class)
                .withSources(
                        new PropertiesConfigSource(Map.of("shopify.api-version", "2026-10"), "version", 1),
                        new PropertiesConfigSource(settings, "settings", 2))
                .build()
                .getConfigMapping(ShopifyConfig.class);
        WebhookSubscriptionsProducer producer = new WebhookSubscriptionsProducer();
        return producer.webhookSubscriptions(producer.kind(config), rest, graphQl);
    }

    private static final class Nowhere implements WebhookSubscriptions {

        @Override
        public Uni<List<Subscription>> list(ShopAccess shop) {
            return Uni.createFrom().nothing();
        }

        @Override
        public Uni<Subscription> create(ShopAccess shop, SubscriptionRequest wanted) {
            return Uni.createFrom().nothing();
        }

        @Override
        public Uni<Subscription> update(ShopAccess shop, long id, SubscriptionRequest wanted) {
            return Uni.createFrom().nothing();
        }

        @Override
        public Uni<Void> delete(ShopAccess shop, long id) {
            return Uni.createFrom().nothing();
        }
    }
}
