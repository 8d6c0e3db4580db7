package dev.shopmirror.simulator.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.shopmirror.simulator.Caller;
import dev.shopmirror.simulator.ShopifySimulator;
import dev.shopmirror.simulator.SimulatorOptions;
import dev.shopmirror.simulator.shop.Shop;
import dev.shopmirror.simulator.token.TokenPair;
import dev.shopmirror.simulator.token.TokenRules;

class TokenRequestsTest {

    private final ShopifySimulator simulator = ShopifySimulator.start(
            SimulatorOptions.defaults().withClientId("app-id").withClientSecret("app-secret"));
    private final Shop shop = simulator.addShop(Caller.SHOP, "shpat_acme");
    private final Caller app = new Caller(simulator, "shpat_acme");

    @AfterEach
    void close() {
        simulator.close();
    }

    private Caller.Answer refresh(String refreshToken) throws Exception {
        return app.token("{'client_id':'app-id','client_secret':'app-secret','grant_type':'refresh_token',"
                + "'refresh_token':'" + refreshToken + "'}");
    }

    private Caller.Answer clientCredentials() throws Exception {
        return app.token("{'client_id':'app-id','client_secret':'app-secret','grant_type':'client_credentials'}");
    }

    private int statusWith(String accessToken) throws Exception {
        return new Caller(simulator, accessToken)
                .admin("GET", "webhooks.json", "")
                .status();
    }

    @Test
    void refreshTokenGetsAPairThatOpensTheShop() throws Exception {
        TokenPair first = shop.tokens().issue();

        Caller.Answer answer = refresh(String.valueOf(first.refresh()));

        assertThat(answer.status()).isEqualTo(200);
        JsonNode pair = answer.json();
        assertThat(pair.path("expires_in").asInt()).isEqualTo(3600);
        assertThat(pair.path("refresh_token_expires_in").asInt()).isEqualTo(7_776_000);
        assertThat(pair.path("scope").asText()).isEqualTo("read_inventory,read_locations,read_products");
        assertThat(pair.path("refresh_token").asText()).isNotEqualTo(first.refresh());
        assertThat(statusWith(pair.path("access_token").asText())).isEqualTo(200);
        assertThat(refresh(String.valueOf(first.refresh())).json().path("error").asText())
                .isEqualTo("invalid_request");
    }

    @Test
    void accessTokenMadeToExpireIsA401ForBothApis() throws Exception {
        TokenPair pair = shop.tokens().issue();
        assertThat(statusWith(pair.access())).isEqualTo(200);

        shop.tokens().expireAccessTokens();

        assertThat(statusWith(pair.access())).isEqualTo(401);
        assertThat(new Caller(simulator, pair.access())
                        .graphql("{ shop { id } }")
                        .status())
                .isEqualTo(401);
        assertThat(statusWith("shpat_acme")).isEqualTo(200);
    }

    @Test
    void clientCredentialsGetAnAccessTokenForADay() throws Exception {
        JsonNode answer = clientCredentials().json();

        assertThat(answer.path("expires_in").asInt()).isEqualTo(86_399);
        assertThat(answer.has("refresh_token")).isFalse();
        assertThat(statusWith(answer.path("access_token").asText())).isEqualTo(200);
    }

    @Test
    void expiryIsLeftOutWhenAskedTo() throws Exception {
        shop.tokens().rules(TokenRules.DEFAULT.withExpiryTold(false));

        assertThat(clientCredentials().json().has("expires_in")).isFalse();
    }

    @Test
    void formIsReadAsWellAsJson() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(
                                        URI.create(simulator.adminUrl(Caller.SHOP) + "/admin/oauth/access_token"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        "client_id=app%2Did&client_secret=app-secret&grant_type=client_credentials"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'client_id':'other','client_secret':'app-secret','grant_type':'client_credentials'} | 401 | invalid_client",
                "{'client_id':'app-id','client_secret':'other','grant_type':'client_credentials'} | 401 | invalid_client",
                "{'client_id':'app-id','client_secret':'app-secret','grant_type':'password'} | 400 | unsupported_grant_type",
                "{'client_id':'app-id','client_secret':'app-secret','grant_type':'refresh_token','refresh_token':'shprt_x'} | 401 | invalid_request",
                "{'client_id':'app-id','client_secret':'app-secret','grant_type':'refresh_token'} | 401 | invalid_request"
            })
    void otherRequestsAreRefused(String body, int status, String error) throws Exception {
        Caller.Answer answer = app.token(body);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().path("error").asText()).isEqualTo(error);
        assertThat(answer.header("X-Request-Id")).isNotEmpty();
    }

    @Test
    void refusedRefreshAndForeignOrganisationSaySo() throws Exception {
        TokenPair pair = shop.tokens().issue();
        shop.tokens().rules(TokenRules.DEFAULT.withRefreshRefused(true).withClientCredentialsRefused(true));

        assertThat(refresh(String.valueOf(pair.refresh())).json().path("error").asText())
                .isEqualTo("invalid_request");
        assertThat(clientCredentials().json().path("error").asText()).isEqualTo("shop_not_permitted");
    }

    @Test
    void uninstallationVoidsAllTokens() throws Exception {
        TokenPair pair = shop.tokens().issue();
        shop.lifecycle().uninstall();

        assertThat(statusWith(pair.access())).isEqualTo(401);
        assertThat(refresh(String.valueOf(pair.refresh())).status()).isEqualTo(400);
        assertThat(clientCredentials().json().path("error").asText()).isEqualTo("app_not_installed");
    }

    @Test
    void requestsAreCountedApartFromCalls() throws Exception {
        clientCredentials();
        refresh("shprt_x");
        statusWith("shpat_acme");

        assertThat(shop.calls().token()).isEqualTo(2);
        assertThat(shop.calls().total()).isEqualTo(1);
    }

    @Test
    void grantedScopesAndTheShopAreShown() throws Exception {
        shop.lifecycle().changeScopes(List.of("read_products", "write_inventory"));
        String scopes = simulator.adminUrl(Caller.SHOP) + "/admin/oauth/access_scopes.json";

        assertThat(app.call("GET", scopes, "").json())
                .isEqualTo(Caller.json("{'access_scopes':[{'handle':'read_products'},{'handle':'write_inventory'}]}"));
        assertThat(app.admin("GET", "shop.json", "")
                        .json()
                        .at("/shop/myshopify_domain")
                        .asText())
                .isEqualTo(Caller.SHOP);
        assertThat(new Caller(simulator, "shpat_other").call("GET", scopes, "").status())
                .isEqualTo(401);
    }
}
