package dev.shopmirror.admin.shopify.oauth;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import dev.shopmirror.admin.shopify.Adapter;

/** An app that may not use the REST API is not asked about by it either. */
@Dependent
class InstallationsProducer {

    @Produces
    @Singleton
    Installations installations(
            Adapter.Kind kind,
            @Adapter(Adapter.Kind.REST) Installations rest,
            @Adapter(Adapter.Kind.GRAPHQL) Installations graphQl) {
        return switch (kind) {
            case REST -> rest;
            case GRAPHQL -> graphQl;
        };
    }
}
