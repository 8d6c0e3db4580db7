package dev.shopmirror.simulator.control;

import java.time.Duration;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.shopmirror.simulator.http.Response;
import dev.shopmirror.simulator.json.InvalidBody;
import dev.shopmirror.simulator.json.Json;
import dev.shopmirror.simulator.limit.AdminLimits;
import dev.shopmirror.simulator.limit.CallCounts;
import dev.shopmirror.simulator.shop.Shop;
import dev.shopmirror.simulator.token.AppTokens;
import dev.shopmirror.simulator.token.TokenPair;
import dev.shopmirror.simulator.token.TokenRules;

/** What the Admin API takes, took, refuses and issues, by the control API. */
record AdminSideCalls(Shop shop, ObjectNode given) {

    Response showCalls() {
        CallCounts counts = shop.calls();
        return Response.of(
                200,
                Json.NODES
                        .objectNode()
                        .put("total", counts.total())
                        .put("throttled", counts.throttled())
                        .put("rest", counts.rest())
                        .put("graphql", counts.graphql())
                        .put("token", counts.token())
                        .put("throttledRest", counts.throttledRest())
                        .put("throttledGraphql", counts.throttledGraphql())
                        .put("faulty", counts.faulty()));
    }

    Response showFaults() {
        return Response.of(200, FaultBody.list(shop.faults().all()));
    }

    Response changeFaults() {
        shop.faults().replace(FaultBody.faults(given));
        return showFaults();
    }

    Response clearFaults() {
        shop.faults().clear();
        return showFaults();
    }

    Response showLimits() {
        AdminLimits limits = shop.limits().limits();
        return Response.of(
                200,
                Json.NODES
                        .objectNode()
                        .put("restPerSecond", limits.restPerSecond())
                        .put("restBucket", limits.restBucket())
                        .put("graphqlPerSecond", limits.graphqlPerSecond())
                        .put("graphqlBucket", limits.graphqlBucket()));
    }

    Response changeLimits() {
        AdminLimits now = shop.limits().limits();
        try {
            shop.limits()
                    .change(new AdminLimits(
                            Fields.decimal(given, "restPerSecond").orElse(now.restPerSecond()),
                            Fields.integer(given, "restBucket").orElse(now.restBucket()),
                            Fields.decimal(given, "graphqlPerSecond").orElse(now.graphqlPerSecond()),
                            Fields.integer(given, "graphqlBucket").orElse(now.graphqlBucket())));
        } catch (IllegalArgumentException e) {
            throw new InvalidBody(String.valueOf(e.getMessage()));
        }
        return showLimits();
    }

    /** As an installation with expiring tokens gives them; either may be given. */
    Response issueTokens() {
        AppTokens tokens = shop.tokens();
        TokenPair made = tokens.issue();
        TokenPair pair = tokens.grant(
                Fields.text(given, "access_token").orElse(made.access()),
                Fields.text(given, "refresh_token").orElse(String.valueOf(made.refresh())));
        return Response.of(
                201, Json.NODES.objectNode().put("access_token", pair.access()).put("refresh_token", pair.refresh()));
    }

    Response expireAccessTokens() {
        Fields.text(given, "access_token").ifPresentOrElse(shop.tokens()::expireAccessToken, () -> shop.tokens()
                .expireAccessTokens());
        return Response.of(200, Json.NODES.objectNode());
    }

    Response showTokenRules() {
        TokenRules rules = shop.tokens().rules();
        return Response.of(
                200,
                Json.NODES
                        .objectNode()
                        .put("expiresIn", rules.lifetime().toSeconds())
                        .put(
                                "clientCredentialsExpireIn",
                                rules.clientCredentialsLifetime().toSeconds())
                        .put("tellsExpiry", rules.tellsExpiry())
                        .put("refusesRefresh", rules.refusesRefresh())
                        .put("refusesClientCredentials", rules.refusesClientCredentials()));
    }

    Response changeTokenRules() {
        TokenRules now = shop.tokens().rules();
        shop.tokens()
                .rules(new TokenRules(
                        seconds("expiresIn", now.lifetime()),
                        seconds("clientCredentialsExpireIn", now.clientCredentialsLifetime()),
                        truth("tellsExpiry", now.tellsExpiry()),
                        truth("refusesRefresh", now.refusesRefresh()),
                        truth("refusesClientCredentials", now.refusesClientCredentials())));
        return showTokenRules();
    }

    private Duration seconds(String field, Duration now) {
        return Fields.integer(given, field).map(Duration::ofSeconds).orElse(now);
    }

    private boolean truth(String field, boolean now) {
        return given.has(field) ? Fields.truth(given, field) : now;
    }
}
