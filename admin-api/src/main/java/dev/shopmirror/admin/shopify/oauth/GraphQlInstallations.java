package dev.shopmirror.admin.shopify.oauth;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;

import dev.shopmirror.admin.shopify.Adapter;
import dev.shopmirror.admin.shopify.ShopAccess;
import dev.shopmirror.admin.shopify.graphql.GraphQlOperation;
import dev.shopmirror.admin.shopify.graphql.ShopifyGraphQl;

/** By one query, which takes no scope. */
@ApplicationScoped
@Adapter(Adapter.Kind.GRAPHQL)
class GraphQlInstallations implements Installations {

    private static final GraphQlOperation READ = GraphQlOperation.repeatable(
            "installation-read",
            4,
            "{ shop { id myshopifyDomain } currentAppInstallation { accessScopes { handle } } }");

    private final ShopifyGraphQl graphQl;
    private final ObjectMapper mapper;

    GraphQlInstallations(ShopifyGraphQl graphQl, ObjectMapper mapper) {
        this.graphQl = graphQl;
        this.mapper = mapper;
    }

    @Override
    public Uni<Installation> read(ShopAccess shop) {
        return graphQl.data(shop, READ, mapper.createObjectNode())
                .map(data -> InstallationJson.ofQuery(data, shop.shopDomain()));
    }
}
