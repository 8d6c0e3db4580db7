package dev.shopmirror.admin.shopify;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.quarkus.runtime.Startup;

/** Made when the service starts, so that a wrong URL ends the start. */
@Dependent
class ShopifyEndpointProducer {

    @Produces
    @Singleton
    @Startup
    ShopifyEndpoint shopifyEndpoint(ShopifyConfig config) {
        return ShopifyEndpoint.of(config.adminUrl().orElse(""), config.apiVersion());
    }
}
