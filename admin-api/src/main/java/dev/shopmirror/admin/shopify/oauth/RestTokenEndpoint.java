package dev.shopmirror.admin.shopify.oauth;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import dev.shopmirror.admin.problem.Problem;
import dev.shopmirror.admin.problem.ProblemException;
import dev.shopmirror.admin.secret.Secret;
import dev.shopmirror.admin.shopify.ShopifyEndpoint;
import dev.shopmirror.admin.shopify.call.Answer;
import dev.shopmirror.admin.shopify.call.ShopCall;
import dev.shopmirror.admin.shopify.call.ShopCalls;
import dev.shopmirror.admin.shopify.gate.Api;

@ApplicationScoped
class RestTokenEndpoint implements TokenEndpoint {

    private final OAuthRestClient client;
    private final ShopifyEndpoint endpoint;
    private final ShopCalls calls;
    private final AppConfig app;
    private final ObjectMapper mapper;

    RestTokenEndpoint(
            @RestClient OAuthRestClient client,
            ShopifyEndpoint endpoint,
            ShopCalls calls,
            AppConfig app,
            ObjectMapper mapper) {
        this.client = client;
        this.calls = calls;
        this.endpoint = endpoint;
        this.app = app;
        this.mapper = mapper;
    }

    @Override
    public Uni<TokenGrant> refresh(String shopDomain, Secret refreshToken) {
        return ask(shopDomain, request("refresh_token").put("refresh_token", refreshToken.reveal()));
    }

    @Override
    public Uni<TokenGrant> clientCredentials(String shopDomain) {
        return ask(shopDomain, request("client_credentials"));
    }

    /** Not sent again when nobody knows what became of it: refresh tokens rotate, and whoever renews decides. */
    private Uni<TokenGrant> ask(String shopDomain, ObjectNode request) {
        ShopCall call = new ShopCall(shopDomain, Api.OAUTH, "token", () -> 1, false);
        return calls.make(
                call,
                () -> client.token(endpoint.of(shopDomain), request.toString()).map(Answer::of),
                (answer, meter) -> grantOf(answer));
    }

    private ObjectNode request(String grantType) {
        if (app.clientId().isEmpty() || app.clientSecret().isEmpty()) {
            throw ProblemException.of(
                    Problem.ACCESS_TOKEN_UNAVAILABLE,
                    "The store's next access token takes the app's own id and secret:"
                            + " set SHOPIFY_CLIENT_ID and SHOPIFY_CLIENT_SECRET of admin-api");
        }
        return mapper.createObjectNode()
                .put("client_id", app.clientId().get())
                .put("client_secret", app.clientSecret().get())
                .put("grant_type", grantType);
    }

    private TokenGrant grantOf(Answer answer) {
        if (answer.status() == 200) {
            return OAuthJson.grant(answer.body(), mapper);
        }
        throw TokenRefusal.of(answer.status(), answer.body(), answer.requestId(), mapper);
    }
}
