package dev.shopmirror.admin.shopify.oauth;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import dev.shopmirror.admin.shopify.ShopAccess;
import dev.shopmirror.admin.shopify.ShopifyEndpoint;
import dev.shopmirror.admin.shopify.ShopifyErrors;
import dev.shopmirror.admin.shopify.ShopifyException;
import dev.shopmirror.admin.shopify.call.Answer;
import dev.shopmirror.admin.shopify.call.ShopCall;
import dev.shopmirror.admin.shopify.call.ShopCalls;

@ApplicationScoped
class RestInstallations implements Installations {

    private static final String SHOP_FIELDS = "id,myshopify_domain";

    private final OAuthRestClient client;
    private final ShopifyEndpoint endpoint;
    private final ShopCalls calls;
    private final ObjectMapper mapper;

    RestInstallations(
            @RestClient OAuthRestClient client, ShopifyEndpoint endpoint, ShopCalls calls, ObjectMapper mapper) {
        this.client = client;
        this.calls = calls;
        this.endpoint = endpoint;
        this.mapper = mapper;
    }

    @Override
    public Uni<Installation> read(ShopAccess shop) {
        return shopId(shop).flatMap(id -> scopes(shop).map(scopes -> new Installation(id, scopes)));
    }

    private Uni<Long> shopId(ShopAccess shop) {
        return calls.make(
                ShopCall.rest(shop.shopDomain(), "shop-read"),
                () -> client.shop(
                                endpoint.of(shop.shopDomain()),
                                endpoint.version(),
                                shop.accessToken().reveal(),
                                SHOP_FIELDS)
                        .map(Answer::of),
                (answer, meter) -> OAuthJson.shopId(bodyOf(answer), shop.shopDomain(), mapper));
    }

    private Uni<List<String>> scopes(ShopAccess shop) {
        return calls.make(
                ShopCall.rest(shop.shopDomain(), "scopes-read"),
                () -> client.scopes(
                                endpoint.of(shop.shopDomain()),
                                shop.accessToken().reveal())
                        .map(Answer::of),
                (answer, meter) -> OAuthJson.scopes(bodyOf(answer), mapper));
    }

    private String bodyOf(Answer answer) {
        if (answer.status() == 200) {
            return answer.body();
        }
        ShopifyErrors errors = ShopifyErrors.read(answer.status(), answer.body(), mapper);
        throw new ShopifyException(errors.reason(), errors.text(), answer.requestId());
    }
}
