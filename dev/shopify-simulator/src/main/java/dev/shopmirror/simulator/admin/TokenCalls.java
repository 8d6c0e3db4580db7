package dev.shopmirror.simulator.admin;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.shopmirror.simulator.http.Request;
import dev.shopmirror.simulator.http.Response;
import dev.shopmirror.simulator.json.InvalidBody;
import dev.shopmirror.simulator.json.Json;
import dev.shopmirror.simulator.shop.Shop;
import dev.shopmirror.simulator.token.TokenPair;
import dev.shopmirror.simulator.token.TokenRules;

/** {@code POST oauth/access_token}, by refresh token or by client credentials; other grants are not simulated. */
record TokenCalls(String clientId, String clientSecret) {

    private static final Duration REFRESH_LIFETIME = Duration.ofDays(90);

    Response answer(Shop shop, Request request) {
        ObjectNode wanted;
        try {
            wanted = parameters(request);
        } catch (InvalidBody e) {
            return refused(400, "invalid_request", e.reason());
        }
        if (!clientId.equals(wanted.path("client_id").asText())
                || !clientSecret.equals(wanted.path("client_secret").asText())) {
            return refused(401, "invalid_client", "Client authentication failed.");
        }
        if (!shop.lifecycle().isInstalled()) {
            return refused(400, "app_not_installed", "The application is not installed on this shop.");
        }
        return switch (wanted.path("grant_type").asText()) {
            case "refresh_token" -> refreshed(shop, wanted.path("refresh_token").asText());
            case "client_credentials" -> withCredentials(shop);
            default -> refused(400, "unsupported_grant_type", "This grant type is not simulated.");
        };
    }

    private static Response refreshed(Shop shop, String refreshToken) {
        TokenRules rules = shop.tokens().rules();
        return shop.tokens()
                .refresh(refreshToken)
                .map(pair -> answer(shop, pair, rules.lifetime(), rules))
                .orElseGet(() -> refused(401, "invalid_request", "This request requires an active refresh_token"));
    }

    private static Response withCredentials(Shop shop) {
        TokenRules rules = shop.tokens().rules();
        return shop.tokens()
                .forClientCredentials()
                .map(pair -> answer(shop, pair, rules.clientCredentialsLifetime(), rules))
                .orElseGet(() ->
                        refused(400, "shop_not_permitted", "Client credentials cannot be performed on this shop."));
    }

    private static Response answer(Shop shop, TokenPair pair, Duration lifetime, TokenRules rules) {
        ObjectNode body = Json.NODES.objectNode().put("access_token", pair.access());
        body.put("scope", String.join(",", shop.lifecycle().scopes()));
        if (rules.tellsExpiry()) {
            body.put("expires_in", lifetime.toSeconds());
        }
        Optional.ofNullable(pair.refresh()).ifPresent(refresh -> {
            body.put("refresh_token", refresh);
            body.put("refresh_token_expires_in", REFRESH_LIFETIME.toSeconds());
        });
        return Response.of(200, body);
    }

    private static Response refused(int status, String error, String words) {
        return Response.of(status, Json.NODES.objectNode().put("error", error).put("error_description", words));
    }

    /** JSON, or a form, as OAuth has it. */
    private static ObjectNode parameters(Request request) {
        if (!request.header("Content-Type").orElse("").startsWith("application/x-www-form-urlencoded")) {
            return request.object();
        }
        ObjectNode parameters = Json.NODES.objectNode();
        for (String pair : request.text().split("&", -1)) {
            String[] parts = pair.split("=", 2);
            parameters.put(decoded(parts[0]), parts.length == 1 ? "" : decoded(parts[1]));
        }
        return parameters;
    }

    private static String decoded(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new InvalidBody("the form is not encoded as one");
        }
    }
}
