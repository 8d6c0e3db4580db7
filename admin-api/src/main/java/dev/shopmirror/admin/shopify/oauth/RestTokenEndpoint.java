package dev.shopmirror.admin.shopify.oauth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import dev.shopmirror.admin.problem.Problem;
import dev.shopmirror.admin.problem.ProblemException;
import dev.shopmirror.admin.secret.Secret;
import dev.shopmirror.admin.shopify.ShopifyEndpoint;
import dev.shopmirror.admin.shopify.ShopifyException;
import dev.shopmirror.admin.shopify.ShopifyException.Reason;

@ApplicationScoped
class RestTokenEndpoint implements TokenEndpoint {

    private final OAuthRestClient client;
    private final ShopifyEndpoint endpoint;
    private final AppConfig app;
    private final ObjectMapper mapper;

    RestTokenEndpoint(
            @RestClient OAuthRestClient client, ShopifyEndpoint endpoint, AppConfig app, ObjectMapper mapper) {
        this.client = client;
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

    private Uni<TokenGrant> ask(String shopDomain, ObjectNode request) {
        return client.token(endpoint.of(shopDomain), request.toString())
                .onFailure()
                .transform(RestTokenEndpoint::unreachable)
                .map(this::grantOf);
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

    private TokenGrant grantOf(Response answer) {
        String body = answer.readEntity(String.class);
        if (answer.getStatus() == 200) {
            return OAuthJson.grant(body, mapper);
        }
        throw TokenRefusal.of(answer.getStatus(), body, answer.getHeaderString("X-Request-Id"), mapper);
    }

    static ShopifyException unreachable(Throwable failure) {
        ShopifyException unreachable = new ShopifyException(
                Reason.UNREACHABLE, "Shopify could not be reached, or did not answer in time", null);
        unreachable.initCause(failure);
        return unreachable;
    }
}
