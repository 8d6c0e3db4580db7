package dev.shopmirror.admin.shopify;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Both adapters are in every build, a native one too; the configuration chooses when the service starts. */
@Dependent
class WebhookSubscriptionsProducer {

    @Produces
    @Singleton
    Adapter.Kind kind(ShopifyConfig config) {
        return config.adapter();
    }

    @Produces
    @Singleton
    WebhookSubscriptions webhookSubscriptions(
            Adapter.Kind kind,
            @Adapter(Adapter.Kind.REST) WebhookSubscriptions rest,
            @Adapter(Adapter.Kind.GRAPHQL) WebhookSubscriptions graphQl) {
        return switch (kind) {
            case REST -> rest;
            case GRAPHQL -> graphQl;
        };
    }
}
