package dev.shopmirror.admin.shopify.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.shopmirror.admin.WithAdminEnvironment;
import dev.shopmirror.admin.secret.Secret;
import dev.shopmirror.admin.shopify.FakeShopify;
import dev.shopmirror.admin.shopify.ShopAccess;
import dev.shopmirror.admin.shopify.ShopifyEndpoint;
import dev.shopmirror.admin.shopify.ShopifyException;
import dev.shopmirror.admin.shopify.ShopifyException.Reason;
import dev.shopmirror.admin.shopify.Subscription;
import dev.shopmirror.admin.shopify.call.TestCalls;
import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.WithPostgres;

@QuarkusTest
@WithPostgres(login = PostgresLogin.ADMIN)
@WithAdminEnvironment
class GraphQlWebhookSubscriptionsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ShopAccess SHOP = new ShopAccess("acme.myshopify.com", Secret.of("shpat_1"));
    private static final String NODE = """
            {"id":"gid://shopify/WebhookSubscription/788032119674292922","topic":"PRODUCTS_UPDATE",
            "uri":"https://a.example.com/hook","format":"JSON","includeFields":["id"],"filter":null,
            "createdAt":"2026-04-02T11:09:43-05:00","updatedAt":null,"apiVersion":{"handle":"2026-07"},"new":{}}""";

    private static final String COST = """
            "extensions":{"cost":{"requestedQueryCost":12,"actualQueryCost":12,
            "throttleStatus":{"maximumAvailable":2000.0,"currentlyAvailable":1900,"restoreRate":100.0}}}""";

    private final FakeShopify shopify = new FakeShopify();

    @Inject
    @RestClient
    GraphQlRestClient client;

    @Inject
    ObjectMapper mapper;

    @AfterEach
    void stopShopify() {
        shopify.close();
    }

    @Test
    void subscriptionIsReadWithItsTimesInUtc() {
        shopify.answer(200, page(NODE, "{\"hasNextPage\":false,\"endCursor\":null}"));

        assertThat(list())
                .containsExactly(new Subscription(
                        788032119674292922L,
                        "products/update",
                        "https://a.example.com/hook",
                        "json",
                        List.of("id"),
                        null,
                        "2026-07",
                        Instant.parse("2026-04-02T16:09:43Z"),
                        null));
        assertThat(shopify.calls()).containsExactly("POST /acme.myshopify.com/admin/api/2026-10/graphql.json");
    }

    @Test
    void listThatNeverEndsEnds() {
        for (int i = 0; i < 40; i++) {
            shopify.answer(200, page(NODE, "{\"hasNextPage\":true,\"endCursor\":\"again\"}"));
        }

        assertNonsense("more than 40 pages");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":{}}",
                "{\"data\":{\"webhookSubscriptions\":null}}",
                "{\"data\":{\"webhookSubscriptions\":{\"nodes\":{}}}}",
                "{\"data\":{\"webhookSubscriptions\":{\"nodes\":[{\"id\":\"gid://shopify/Product/1\"}]}}}",
                "{\"data\":{\"webhookSubscriptions\":{\"nodes\":[],\"pageInfo\":{\"hasNextPage\":true}}}}"
            })
    void answerThatIsNoListIsAFailure(String body) {
        shopify.answer(200, body);

        assertNonsense("not what it documents");
    }

    @Test
    void throttledQueryWaitsUntilItsCostIsThere() {
        shopify.answer(200, """
                        {"errors":[{"message":"Throttled","extensions":{"code":"THROTTLED"}}],
                        "extensions":{"cost":{"requestedQueryCost":500,"actualQueryCost":null,
                        "throttleStatus":{"maximumAvailable":1000.0,"currentlyAvailable":100,"restoreRate":500.0}}}}""").answer(200, page(NODE, "{\"hasNextPage\":false}"));
        long start = System.nanoTime();

        assertThat(list()).hasSize(1);

        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(800), Duration.ofMillis(5000));
    }

    private List<Subscription> list() {
        ShopifyEndpoint endpoint = ShopifyEndpoint.of(shopify.url() + "/{shop}", "2026-10");
        ShopifyGraphQl graphQl = new ShopifyGraphQl(client, endpoint, TestCalls.quick(endpoint), mapper);
        return new GraphQlWebhookSubscriptions(graphQl, mapper)
                .list(SHOP)
                .await()
                .atMost(PATIENCE);
    }

    private void assertNonsense(String words) {
        assertThatThrownBy(this::list)
                .hasMessageContaining(words)
                .isInstanceOfSatisfying(ShopifyException.class, failure -> assertThat(failure.reason())
                        .isEqualTo(Reason.UNEXPECTED_ANSWER));
    }

    private static String page(String nodes, String pageInfo) {
        return "{\"data\":{\"webhookSubscriptions\":{\"nodes\":[" + nodes + "],\"pageInfo\":" + pageInfo + "}}," + COST
                + "}";
    }
}
