package dev.shopmirror.admin.shopify;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Both adapters are in every build, a native one too; the configuration chooses when the service starts. */
@Dependent
class WebhookSubscriptionsProducer {

    @Produces
    @Singleton
    WebhookSubscriptions webhookSubscriptions(
            ShopifyConfig config,
            @Adapter(Adapter.Kind.REST) WebhookSubscriptions rest,
            @Adapter(Adapter.Kind.GRAPHQL) WebhookSubscriptions graphQl) {
        return switch (config.adapter()) {
            case REST -> rest;
            case GRAPHQL -> graphQl;
        };
    }
}
