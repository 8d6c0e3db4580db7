package dev.shopmirror.admin.shopify.oauth;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import dev.shopmirror.admin.shopify.ShopAccess;
import dev.shopmirror.admin.shopify.ShopifyEndpoint;
import dev.shopmirror.admin.shopify.ShopifyErrors;
import dev.shopmirror.admin.shopify.ShopifyException;

@ApplicationScoped
class RestInstallations implements Installations {

    private static final String SHOP_FIELDS = "id,myshopify_domain";

    private final OAuthRestClient client;
    private final ShopifyEndpoint endpoint;
    private final ObjectMapper mapper;

    RestInstallations(@RestClient OAuthRestClient client, ShopifyEndpoint endpoint, ObjectMapper mapper) {
        this.client = client;
        this.endpoint = endpoint;
        this.mapper = mapper;
    }

    @Override
    public Uni<Installation> read(ShopAccess shop) {
        return shopId(shop).flatMap(id -> scopes(shop).map(scopes -> new Installation(id, scopes)));
    }

    private Uni<Long> shopId(ShopAccess shop) {
        return client.shop(
                        endpoint.of(shop.shopDomain()),
                        endpoint.version(),
                        shop.accessToken().reveal(),
                        SHOP_FIELDS)
                .onFailure()
                .transform(RestTokenEndpoint::unreachable)
                .map(answer -> OAuthJson.shopId(bodyOf(answer), shop.shopDomain(), mapper));
    }

    private Uni<List<String>> scopes(ShopAccess shop) {
        return client.scopes(endpoint.of(shop.shopDomain()), shop.accessToken().reveal())
                .onFailure()
                .transform(RestTokenEndpoint::unreachable)
                .map(answer -> OAuthJson.scopes(bodyOf(answer), mapper));
    }

    private String bodyOf(Response answer) {
        String body = answer.readEntity(String.class);
        if (answer.getStatus() == 200) {
            return body;
        }
        ShopifyErrors errors = ShopifyErrors.read(answer.getStatus(), body, mapper);
        throw new ShopifyException(errors.reason(), errors.text(), answer.getHeaderString("X-Request-Id"));
    }
}
