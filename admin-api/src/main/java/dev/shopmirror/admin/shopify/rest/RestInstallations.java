package dev.shopmirror.admin.shopify.rest;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import dev.shopmirror.admin.shopify.Adapter;
import dev.shopmirror.admin.shopify.ShopAccess;
import dev.shopmirror.admin.shopify.ShopifyEndpoint;
import dev.shopmirror.admin.shopify.call.Answer;
import dev.shopmirror.admin.shopify.call.ShopCall;
import dev.shopmirror.admin.shopify.call.ShopCalls;
import dev.shopmirror.admin.shopify.oauth.Installation;
import dev.shopmirror.admin.shopify.oauth.InstallationJson;
import dev.shopmirror.admin.shopify.oauth.Installations;

/** In two calls, both within the shop's limit. */
@ApplicationScoped
@Adapter(Adapter.Kind.REST)
class RestInstallations implements Installations {

    private static final String SHOP_FIELDS = "id,myshopify_domain";

    private final ShopRestClient client;
    private final ShopifyEndpoint endpoint;
    private final ShopCalls calls;
    private final RestAnswer answers;
    private final ObjectMapper mapper;

    RestInstallations(
            @RestClient ShopRestClient client, ShopifyEndpoint endpoint, ShopCalls calls, ObjectMapper mapper) {
        this.client = client;
        this.calls = calls;
        this.endpoint = endpoint;
        this.answers = new RestAnswer(mapper);
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
                (answer, meter) -> InstallationJson.shopId(answers.body(answer, meter), shop.shopDomain(), mapper));
    }

    private Uni<List<String>> scopes(ShopAccess shop) {
        return calls.make(
                ShopCall.rest(shop.shopDomain(), "scopes-read"),
                () -> client.scopes(
                                endpoint.of(shop.shopDomain()),
                                shop.accessToken().reveal())
                        .map(Answer::of),
                (answer, meter) -> InstallationJson.scopes(answers.body(answer, meter), mapper));
    }
}
