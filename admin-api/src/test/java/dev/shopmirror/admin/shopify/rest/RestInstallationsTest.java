package dev.shopmirror.admin.shopify.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.shopmirror.admin.WithAdminEnvironment;
import dev.shopmirror.admin.secret.Secret;
import dev.shopmirror.admin.shopify.FakeShopify;
import dev.shopmirror.admin.shopify.ShopAccess;
import dev.shopmirror.admin.shopify.ShopifyEndpoint;
import dev.shopmirror.admin.shopify.ShopifyException;
import dev.shopmirror.admin.shopify.ShopifyException.Reason;
import dev.shopmirror.admin.shopify.call.TestCalls;
import dev.shopmirror.admin.shopify.oauth.Installation;
import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.WithPostgres;

@QuarkusTest
@WithPostgres(login = PostgresLogin.ADMIN)
@WithAdminEnvironment
class RestInstallationsTest {

    private static final String SHOP = "acme.myshopify.com";

    private final FakeShopify shopify = new FakeShopify();

    @Inject
    @RestClient
    ShopRestClient client;

    @Inject
    ObjectMapper mapper;

    @AfterEach
    void stopShopify() {
        shopify.close();
    }

    @Test
    void installationIsTheShopsIdAndTheScopes() {
        shopify.answer(200, "{\"shop\": {\"id\": 548380009, \"myshopify_domain\": \"acme.myshopify.com\"}}")
                .answer(200, "{\"access_scopes\": [{\"handle\": \"read_products\"}]}");

        assertThat(read()).isEqualTo(new Installation(548380009, List.of("read_products")));
        assertThat(shopify.calls())
                .containsExactly(
                        "GET /" + SHOP + "/admin/api/2026-10/shop.json?fields=id%2Cmyshopify_domain",
                        "GET /" + SHOP + "/admin/oauth/access_scopes.json");
    }

    @Test
    void refusedTokenOpensNoInstallation() {
        shopify.answer(401, "{\"errors\": \"[API] Invalid API key or access token\"}");

        assertThatThrownBy(this::read).isInstanceOfSatisfying(ShopifyException.class, e -> assertThat(e.reason())
                .isEqualTo(Reason.TOKEN_REFUSED));
    }

    private Installation read() {
        ShopifyEndpoint endpoint = ShopifyEndpoint.of(shopify.url() + "/{shop}", "2026-10");
        return new RestInstallations(client, endpoint, TestCalls.quick(endpoint), mapper)
                .read(new ShopAccess(SHOP, Secret.of("shpat_1")))
                .await()
                .atMost(Duration.ofSeconds(20));
    }
}
