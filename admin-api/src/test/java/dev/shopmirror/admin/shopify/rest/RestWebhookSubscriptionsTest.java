package dev.shopmirror.admin.shopify.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
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
import dev.shopmirror.admin.shopify.SubscriptionRequest;
import dev.shopmirror.admin.shopify.call.TestCalls;
import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.WithPostgres;

@QuarkusTest
@WithPostgres(login = PostgresLogin.ADMIN)
@WithAdminEnvironment
class RestWebhookSubscriptionsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ShopAccess SHOP = new ShopAccess("acme.myshopify.com", Secret.of("shpat_1"));
    private static final String PATH = "/acme.myshopify.com/admin/api/2026-10/webhooks.json";
    private static final String ADDRESS = "https://a.example.com/hook";

    private static final SubscriptionRequest WANTED = SubscriptionRequest.of("products/update", ADDRESS);

    private final FakeShopify shopify = new FakeShopify();

    @Inject
    @RestClient
    WebhooksRestClient client;

    @Inject
    ObjectMapper mapper;

    @AfterEach
    void stopShopify() {
        shopify.close();
    }

    @Test
    void allPagesAreRead() {
        String next = "<" + shopify.url() + PATH + "?limit=250&page_info=eyJpZCI6Mn0%3D>; rel=\"next\"";
        shopify.answer(200, webhooks(1, 2), Map.of("Link", next)).answer(200, webhooks(3));

        assertThat(list()).extracting(Subscription::id).containsExactly(1L, 2L, 3L);
        assertThat(shopify.calls())
                .containsExactly("GET " + PATH + "?limit=250", "GET " + PATH + "?limit=250&page_info=eyJpZCI6Mn0%3D");
    }

    @Test
    void linkToAnotherShopIsNotFollowed() {
        String next = "<" + shopify.url() + PATH.replace("acme", "evil") + "?page_info=x>; rel=\"next\"";
        shopify.answer(200, webhooks(1), Map.of("Link", next));

        assertFailure(this::list, Reason.UNEXPECTED_ANSWER).hasMessageContaining("leads away");
        assertThat(shopify.calls()).hasSize(1);
    }

    @Test
    void listThatLinksToItselfEnds() {
        String next = "<" + shopify.url() + PATH + "?page_info=again>; rel=\"next\"";
        for (int i = 0; i < 40; i++) {
            shopify.answer(200, webhooks(1), Map.of("Link", next));
        }

        assertFailure(this::list, Reason.UNEXPECTED_ANSWER).hasMessageContaining("more than 40 pages");
    }

    @Test
    void refusalKeepsShopifysWordsAndRequestId() {
        shopify.answer(
                403,
                "{\"errors\":\"[API] This action requires merchant approval for read_products scope.\"}",
                Map.of("X-Request-Id", "5f1c9d"));

        assertFailure(this::list, Reason.SCOPE_MISSING)
                .hasMessage("[API] This action requires merchant approval for read_products scope.")
                .extracting(failure -> ((ShopifyException) failure).requestId())
                .isEqualTo("5f1c9d");
    }

    @Test
    void takenAddressIsToldFromOtherRefusals() {
        shopify.answer(422, "{\"errors\":{\"address\":[\"for this topic has already been taken\"]}}");

        assertFailure(this::create, Reason.ALREADY_TAKEN);
    }

    @Test
    void redirectIsNotFollowed() {
        shopify.answer(301, "", Map.of("Location", shopify.url() + "/elsewhere"));

        assertFailure(this::list, Reason.UNEXPECTED_ANSWER).hasMessage("Shopify answered 301");
        assertThat(shopify.calls()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "{}", "{\"webhooks\":{}}", "{\"webhooks\":[{\"id\":\"x\"}]}", "[]"})
    void answerThatIsNoListIsAFailure(String body) {
        shopify.answer(200, body);

        assertFailure(this::list, Reason.UNEXPECTED_ANSWER);
    }

    @Test
    void createdSubscriptionIsReadWithItsTimesInUtc() {
        shopify.answer(201, """
                {"webhook":{"id":788032119674292922,"address":"https://a.example.com/hook","topic":"products/update",
                "created_at":"2026-04-02T11:09:43-05:00","updated_at":null,"format":"json","fields":["id","updated_at"],"api_version":"2026-07","new":{}}}""");

        assertThat(create())
                .isEqualTo(new Subscription(
                        788032119674292922L,
                        "products/update",
                        ADDRESS,
                        "json",
                        List.of("id", "updated_at"),
                        null,
                        "2026-07",
                        Instant.parse("2026-04-02T16:09:43Z"),
                        null));
    }

    @Test
    void changeAndDeletionNameTheSubscription() {
        shopify.answer(200, "{\"webhook\":{\"id\":7,\"topic\":\"products/update\",\"address\":\"" + ADDRESS + "\"}}")
                .answer(200, "{}");

        assertThat(subscriptions()
                        .update(SHOP, 7, WANTED)
                        .await()
                        .atMost(PATIENCE)
                        .address())
                .isEqualTo(ADDRESS);
        subscriptions().delete(SHOP, 7).await().atMost(PATIENCE);

        String one = "/acme.myshopify.com/admin/api/2026-10/webhooks/7.json";
        assertThat(shopify.calls()).containsExactly("PUT " + one, "DELETE " + one);
    }

    @Test
    void subscriptionThatIsGoneIsNotAShopThatIsGone() {
        shopify.answer(404, "{\"errors\":\"Not Found\"}").answer(404, "{\"errors\":\"Not Found\"}");

        assertFailure(() -> subscriptions().delete(SHOP, 7).await().atMost(PATIENCE), Reason.NOT_FOUND);
        assertFailure(this::list, Reason.SHOP_UNAVAILABLE);
    }

    @Test
    void shopThatCannotBeReachedIsSaidSo() {
        shopify.close();

        assertFailure(this::list, Reason.UNREACHABLE).hasMessageNotContaining("shpat");
    }

    private List<Subscription> list() {
        return subscriptions().list(SHOP).await().atMost(PATIENCE);
    }

    private Subscription create() {
        return subscriptions().create(SHOP, WANTED).await().atMost(PATIENCE);
    }

    private RestWebhookSubscriptions subscriptions() {
        ShopifyEndpoint endpoint = ShopifyEndpoint.of(shopify.url() + "/{shop}", "2026-10");
        return new RestWebhookSubscriptions(client, endpoint, TestCalls.quick(endpoint), mapper);
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertFailure(ThrowingCallable call, Reason reason) {
        return assertThatThrownBy(call)
                .isInstanceOfSatisfying(ShopifyException.class, failure -> assertThat(failure.reason())
                        .isEqualTo(reason));
    }

    private static String webhooks(int... ids) {
        StringBuilder json = new StringBuilder();
        for (int id : ids) {
            json.append(json.isEmpty() ? "" : ",")
                    .append("{\"id\":" + id + ",\"topic\":\"products/update\",\"address\":\"" + ADDRESS + "\"}");
        }
        return "{\"webhooks\":[" + json + "]}";
    }
}
