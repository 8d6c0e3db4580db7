package dev.shopmirror.admin.shopify.rest;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import dev.shopmirror.admin.shopify.Adapter;
import dev.shopmirror.admin.shopify.ShopAccess;
import dev.shopmirror.admin.shopify.ShopifyEndpoint;
import dev.shopmirror.admin.shopify.ShopifyException;
import dev.shopmirror.admin.shopify.ShopifyException.Reason;
import dev.shopmirror.admin.shopify.Subscription;
import dev.shopmirror.admin.shopify.SubscriptionRequest;
import dev.shopmirror.admin.shopify.WebhookSubscriptions;
import dev.shopmirror.admin.shopify.call.Answer;
import dev.shopmirror.admin.shopify.call.AnswerReader;
import dev.shopmirror.admin.shopify.call.ShopCall;
import dev.shopmirror.admin.shopify.call.ShopCalls;

/** Subscriptions by the REST Admin API. */
@ApplicationScoped
@Adapter(Adapter.Kind.REST)
class RestWebhookSubscriptions implements WebhookSubscriptions {

    /** The most Shopify gives. */
    private static final int PAGE_SIZE = 250;

    /** Far beyond what an app may have; ends a list that links to itself. */
    private static final int MAX_PAGES = 40;

    private final WebhooksRestClient client;
    private final ShopifyEndpoint endpoint;
    private final ShopCalls calls;
    private final RestAnswer answers;
    private final ObjectMapper mapper;

    RestWebhookSubscriptions(
            @RestClient WebhooksRestClient client, ShopifyEndpoint endpoint, ShopCalls calls, ObjectMapper mapper) {
        this.client = client;
        this.endpoint = endpoint;
        this.calls = calls;
        this.answers = new RestAnswer(mapper);
        this.mapper = mapper;
    }

    @Override
    public Uni<List<Subscription>> list(ShopAccess shop) {
        return pagesFrom(shop, null, new ArrayList<>(), 1);
    }

    @Override
    public Uni<Subscription> create(ShopAccess shop, SubscriptionRequest wanted) {
        String body = WebhookJson.create(wanted, mapper);
        return call(
                shop,
                "webhook-create",
                () -> client.create(at(shop), endpoint.version(), token(shop), body),
                (answer, meter) -> WebhookJson.one(answers.body(answer, meter), mapper));
    }

    @Override
    public Uni<Subscription> update(ShopAccess shop, long id, SubscriptionRequest wanted) {
        String body = WebhookJson.update(wanted, mapper);
        return call(
                shop,
                "webhook-update",
                () -> client.update(at(shop), endpoint.version(), token(shop), id, body),
                (answer, meter) -> WebhookJson.one(answers.bodyOfOne(answer, meter), mapper));
    }

    @Override
    public Uni<Void> delete(ShopAccess shop, long id) {
        return call(
                        shop,
                        "webhook-delete",
                        () -> client.delete(at(shop), endpoint.version(), token(shop), id),
                        answers::bodyOfOne)
                .replaceWithVoid();
    }

    private Uni<List<Subscription>> pagesFrom(ShopAccess shop, String pageInfo, List<Subscription> all, int page) {
        if (page > MAX_PAGES) {
            return Uni.createFrom().failure(endless());
        }
        return call(
                        shop,
                        "webhook-list",
                        () -> client.list(at(shop), endpoint.version(), token(shop), PAGE_SIZE, pageInfo),
                        (answer, meter) -> addPage(shop, answer, answers.body(answer, meter), all))
                .flatMap(next ->
                        next.isEmpty() ? Uni.createFrom().item(all) : pagesFrom(shop, next.get(), all, page + 1));
    }

    private <T> Uni<T> call(ShopAccess shop, String operation, Supplier<Uni<Response>> send, AnswerReader<T> reader) {
        return calls.make(
                ShopCall.rest(shop.shopDomain(), operation), () -> send.get().map(Answer::of), reader);
    }

    private Optional<String> addPage(ShopAccess shop, Answer answer, String body, List<Subscription> all) {
        all.addAll(WebhookJson.many(body, mapper));
        URI list = URI.create(at(shop) + "/admin/api/" + endpoint.version() + "/webhooks.json");
        return NextPage.of(answer.header("Link"), list);
    }

    private URI at(ShopAccess shop) {
        return endpoint.of(shop.shopDomain());
    }

    private static String token(ShopAccess shop) {
        return shop.accessToken().reveal();
    }

    private static ShopifyException endless() {
        return new ShopifyException(
                Reason.UNEXPECTED_ANSWER, "The list of subscriptions has more than " + MAX_PAGES + " pages", null);
    }
}
