package dev.shopmirror.simulator.admin.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.shopmirror.simulator.Caller;
import dev.shopmirror.simulator.ShopifySimulator;
import dev.shopmirror.simulator.SimulatorOptions;
import dev.shopmirror.simulator.limit.CallCounts;
import dev.shopmirror.simulator.shop.Shop;

class GraphqlCostTest {

    private static final String DELETE =
            "mutation { webhookSubscriptionDelete(id: \"gid://shopify/WebhookSubscription/1\") { userErrors { message } } }";

    /** Points come back so slowly that no test sees it. */
    private final ShopifySimulator simulator =
            ShopifySimulator.start(SimulatorOptions.defaults().withGraphqlLimit(0.001, 100));

    private final Shop shop = simulator.addShop(Caller.SHOP, "shpat_acme");
    private final Caller app = new Caller(simulator, "shpat_acme");

    @AfterEach
    void close() {
        simulator.close();
    }

    private JsonNode cost(String query) throws Exception {
        return app.graphql(query).json().at("/extensions/cost");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ shop { name } } | 1 | 1",
                "{ shop { name } product(id: \"gid://shopify/Product/1\") { id } } | 2 | 1",
                "{ webhookSubscriptions(first: 20) { nodes { id topic } pageInfo { endCursor } } } | 22 | 2",
                "{ webhookSubscriptions(first: 20) { edges { node { id } } } } | 22 | 2",
                "{ webhookSubscriptions(last: 20) { nodes { apiVersion { handle } } } } | 42 | 2",
                "query($n: Int = 10) { webhookSubscriptions(first: $n) { nodes { id } } } | 12 | 2"
            })
    void costIsRequestedByTheQueryAndActualByItsAnswer(String query, int requested, int actual) throws Exception {
        JsonNode cost = cost(query);

        assertThat(cost.path("requestedQueryCost").asInt()).isEqualTo(requested);
        assertThat(cost.path("actualQueryCost").asInt()).isEqualTo(actual);
        assertThat(cost.at("/throttleStatus/maximumAvailable").asDouble()).isEqualTo(100);
        assertThat(cost.at("/throttleStatus/currentlyAvailable").asInt()).isEqualTo(100 - actual);
        assertThat(cost.at("/throttleStatus/restoreRate").asDouble()).isEqualTo(0.001);
    }

    @Test
    void mutationCosts10WhateverItDoes() throws Exception {
        JsonNode cost = cost(DELETE);

        assertThat(cost.path("requestedQueryCost").asInt()).isEqualTo(10);
        assertThat(cost.path("actualQueryCost").asInt()).isEqualTo(10);
    }

    @Test
    void foundNodesCostTheirPoints() throws Exception {
        for (int number = 0; number < 3; number++) {
            app.admin("POST", "webhooks.json", Caller.webhook("products/update", "https://app.example.com/" + number));
        }

        assertThat(cost("{ webhookSubscriptions(first: 20) { nodes { apiVersion { handle } } } }")
                        .path("actualQueryCost")
                        .asInt())
                .isEqualTo(2 + 3 * 2);
    }

    @Test
    void emptyBucketThrottlesWith200AndDoesNothing() throws Exception {
        app.admin("POST", "webhooks.json", Caller.webhook("products/update", "https://app.example.com"));
        for (int call = 0; call < 10; call++) {
            assertThat(app.graphql(DELETE).json().has("data")).isTrue();
        }

        Caller.Answer throttled = app.graphql(DELETE);

        assertThat(throttled.status()).isEqualTo(200);
        assertThat(throttled.json().has("data")).isFalse();
        assertThat(throttled.json().at("/errors/0/message").asText()).isEqualTo("Throttled");
        assertThat(throttled.json().at("/errors/0/extensions/code").asText()).isEqualTo("THROTTLED");
        JsonNode cost = throttled.json().at("/extensions/cost");
        assertThat(cost.path("requestedQueryCost").asInt()).isEqualTo(10);
        assertThat(cost.path("actualQueryCost").isNull()).isTrue();
        assertThat(cost.at("/throttleStatus/currentlyAvailable").asInt()).isZero();
        assertThat(shop.calls()).isEqualTo(new CallCounts(1, 11, 0, 0, 1, 0));
    }

    @Test
    void otherShopHasABucketOfItsOwn() throws Exception {
        for (int call = 0; call < 11; call++) {
            app.graphql(DELETE);
        }
        Shop other = simulator.addShop("other.myshopify.com", "shpat_acme");

        app.call(
                "POST",
                simulator.adminUrl(other.domain()) + "/admin/api/2026-10/graphql.json",
                "{\"query\":\"{ shop { name } }\"}");

        assertThat(other.calls().throttled()).isZero();
        assertThat(shop.calls().throttled()).isEqualTo(1);
    }

    @Test
    void pointsComeBackWithTime() throws Exception {
        shop.limits().change(shop.limits().limits().withGraphql(1_000_000, 10));

        for (int call = 0; call < 20; call++) {
            assertThat(app.graphql(DELETE).json().has("data")).isTrue();
        }
    }

    @Test
    void queryOver1000PointsIsRefusedHoweverFullTheBucketIs() throws Exception {
        shop.limits().change(shop.limits().limits().withGraphql(100, 20_000));

        JsonNode answer = app.graphql("{ product(id: \"gid://shopify/Product/1\") { variants(first: 250) {"
                        + " nodes { inventoryItem { id } image { id } selectedOptions { name } } } } }")
                .json();

        assertThat(answer.has("data")).isFalse();
        assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("MAX_COST_EXCEEDED");
        assertThat(answer.at("/errors/0/extensions/cost").asInt()).isEqualTo(1 + 2 + 250 * 4);
        assertThat(answer.at("/extensions/cost/throttleStatus/currentlyAvailable")
                        .asInt())
                .isEqualTo(20_000);
    }

    @Test
    void invalidQueryCostsNothing() throws Exception {
        assertThat(cost("{ nothing }").at("/throttleStatus/currentlyAvailable").asInt())
                .isEqualTo(100);
    }
}
