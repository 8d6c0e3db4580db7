package dev.shopmirror.admin.shopify.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Inject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.shopmirror.admin.LogRecorder;
import dev.shopmirror.admin.WithAdminEnvironment;
import dev.shopmirror.admin.problem.Problem;
import dev.shopmirror.admin.problem.ProblemException;
import dev.shopmirror.admin.secret.Secret;
import dev.shopmirror.admin.shopify.ShopifyEndpoint;
import dev.shopmirror.admin.shopify.ShopifyException;
import dev.shopmirror.admin.shopify.ShopifyException.Reason;
import dev.shopmirror.admin.shopify.call.ShopCalls;
import dev.shopmirror.admin.shopify.oauth.FakeTokenServer.Call;
import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.WithPostgres;

@QuarkusTest
@WithPostgres(login = PostgresLogin.ADMIN)
@WithAdminEnvironment
class RestTokenEndpointTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String SHOP = "acme.myshopify.com";
    private static final String TOKEN_PATH = "/" + SHOP + "/admin/oauth/access_token";
    private static final String PAIR = "{'access_token': 'shpat_2', 'refresh_token': 'shprt_2', 'expires_in': 3600}";

    private final FakeTokenServer shopify = new FakeTokenServer();

    @Inject
    @RestClient
    OAuthRestClient client;

    @Inject
    ObjectMapper mapper;

    @Inject
    ShopCalls calls;

    @AfterEach
    void stopShopify() {
        shopify.close();
    }

    @Test
    void refreshSendsTheAppAndTheRefreshToken() {
        shopify.answer(TOKEN_PATH, 200, PAIR);

        TokenGrant grant = await(endpoint("app-id", "app-secret").refresh(SHOP, Secret.of("shprt_1")));

        assertThat(grant.accessToken().reveal()).isEqualTo("shpat_2");
        Call call = shopify.calls().get(0);
        assertThat(call.method()).isEqualTo("POST");
        assertThat(call.uri()).isEqualTo(TOKEN_PATH);
        assertThat(json(call.body()))
                .isEqualTo(json("{'client_id': 'app-id', 'client_secret': 'app-secret',"
                        + " 'grant_type': 'refresh_token', 'refresh_token': 'shprt_1'}"));
    }

    @Test
    void clientCredentialsSendTheAppAlone() {
        shopify.answer(TOKEN_PATH, 200, "{'access_token': 'shpat_2', 'expires_in': 86399}");

        TokenGrant grant = await(endpoint("app-id", "app-secret").clientCredentials(SHOP));

        assertThat(grant.refreshToken()).isEmpty();
        assertThat(grant.lifetime()).contains(Duration.ofSeconds(86_399));
        assertThat(json(shopify.calls().get(0).body()))
                .isEqualTo(json("{'client_id': 'app-id', 'client_secret': 'app-secret',"
                        + " 'grant_type': 'client_credentials'}"));
    }

    @Test
    void refusalIsReadAndNothingOfItIsLogged() {
        shopify.answer(TOKEN_PATH, 400, "{'error': 'invalid_grant', 'error_description': 'shprt_1'}");
        try (LogRecorder log = LogRecorder.open()) {
            assertFailure(endpoint("app-id", "app-secret").refresh(SHOP, Secret.of("shprt_1")), Reason.TOKEN_REFUSED);
            assertThat(log.lines()).noneMatch(line -> line.contains("shprt_1") || line.contains("app-secret"));
        }
    }

    @Test
    void redirectIsNotFollowedWithSecretsInHand() {
        shopify.answer(TOKEN_PATH, 307, "");

        assertFailure(endpoint("app-id", "app-secret").clientCredentials(SHOP), Reason.UNEXPECTED_ANSWER);
        assertThat(shopify.calls()).hasSize(1);
    }

    @Test
    void shopifyThatIsAwayIsUnreachable() {
        RestTokenEndpoint endpoint = endpoint("app-id", "app-secret");
        shopify.close();

        assertFailure(endpoint.clientCredentials(SHOP), Reason.UNREACHABLE);
    }

    @Test
    void withoutTheAppsSecretNobodyIsAsked() {
        for (RestTokenEndpoint endpoint : List.of(endpoint(null, "app-secret"), endpoint("app-id", null))) {
            assertThatThrownBy(() -> endpoint.clientCredentials(SHOP))
                    .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.problem())
                            .isEqualTo(Problem.ACCESS_TOKEN_UNAVAILABLE))
                    .hasMessageContaining("set SHOPIFY_CLIENT_ID and SHOPIFY_CLIENT_SECRET");
        }
        assertThat(shopify.calls()).isEmpty();
    }

    private RestTokenEndpoint endpoint(String clientId, String clientSecret) {
        AppConfig app = new AppConfig() {
            @Override
            public Optional<String> clientId() {
                return Optional.ofNullable(clientId);
            }

            @Override
            public Optional<String> clientSecret() {
                return Optional.ofNullable(clientSecret);
            }
        };
        return new RestTokenEndpoint(client, shopifyEndpoint(), calls, app, mapper);
    }

    private ShopifyEndpoint shopifyEndpoint() {
        return ShopifyEndpoint.of(shopify.url() + "/{shop}", "2026-10");
    }

    private static void assertFailure(Uni<?> call, Reason expected) {
        assertThatThrownBy(() -> await(call)).isInstanceOfSatisfying(ShopifyException.class, e -> assertThat(e.reason())
                .isEqualTo(expected));
    }

    private static <T> T await(Uni<T> call) {
        return call.await().atMost(PATIENCE);
    }

    private JsonNode json(String text) {
        try {
            return mapper.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
