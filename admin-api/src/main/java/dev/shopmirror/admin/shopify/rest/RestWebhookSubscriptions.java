package dev.shopmirror.admin.shopify.rest;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import dev.shopmirror.admin.shopify.ShopAccess;
import dev.shopmirror.admin.shopify.ShopifyEndpoint;
import dev.shopmirror.admin.shopify.ShopifyErrors;
import dev.shopmirror.admin.shopify.ShopifyException;
import dev.shopmirror.admin.shopify.ShopifyException.Reason;
import dev.shopmirror.admin.shopify.Subscription;
import dev.shopmirror.admin.shopify.SubscriptionRequest;
import dev.shopmirror.admin.shopify.WebhookSubscriptions;

/** Subscriptions by the REST Admin API. */
@ApplicationScoped
class RestWebhookSubscriptions implements WebhookSubscriptions {

    /** The most Shopify gives. */
    private static final int PAGE_SIZE = 250;

    /** Far beyond what an app may have; ends a list that links to itself. */
    private static final int MAX_PAGES = 40;

    private final WebhooksRestClient client;
    private final ShopifyEndpoint endpoint;
    private final ObjectMapper mapper;

    RestWebhookSubscriptions(@RestClient WebhooksRestClient client, ShopifyEndpoint endpoint, ObjectMapper mapper) {
        this.client = client;
        this.endpoint = endpoint;
        this.mapper = mapper;
    }

    @Override
    public Uni<List<Subscription>> list(ShopAccess shop) {
        return pagesFrom(shop, null, new ArrayList<>(), 1);
    }

    @Override
    public Uni<Subscription> create(ShopAccess shop, SubscriptionRequest wanted) {
        return client.create(
                        endpoint.of(shop.shopDomain()),
                        endpoint.version(),
                        shop.accessToken().reveal(),
                        WebhookJson.request(wanted, mapper))
                .onFailure()
                .transform(RestWebhookSubscriptions::unreachable)
                .map(answer -> WebhookJson.one(bodyOf(answer), mapper));
    }

    @Override
    public Uni<Subscription> update(ShopAccess shop, long id, SubscriptionRequest wanted) {
        return client.update(
                        endpoint.of(shop.shopDomain()),
                        endpoint.version(),
                        shop.accessToken().reveal(),
                        id,
                        WebhookJson.request(wanted, mapper))
                .onFailure()
                .transform(RestWebhookSubscriptions::unreachable)
                .map(answer -> WebhookJson.one(bodyOf(found(answer)), mapper));
    }

    @Override
    public Uni<Void> delete(ShopAccess shop, long id) {
        return client.delete(
                        endpoint.of(shop.shopDomain()),
                        endpoint.version(),
                        shop.accessToken().reveal(),
                        id)
                .onFailure()
                .transform(RestWebhookSubscriptions::unreachable)
                .map(answer -> bodyOf(found(answer)))
                .replaceWithVoid();
    }

    private Uni<List<Subscription>> pagesFrom(ShopAccess shop, String pageInfo, List<Subscription> all, int page) {
        if (page > MAX_PAGES) {
            return Uni.createFrom().failure(endless());
        }
        return client.list(
                        endpoint.of(shop.shopDomain()),
                        endpoint.version(),
                        shop.accessToken().reveal(),
                        PAGE_SIZE,
                        pageInfo)
                .onFailure()
                .transform(RestWebhookSubscriptions::unreachable)
                .map(answer -> addPage(shop, answer, all))
                .flatMap(next ->
                        next.isEmpty() ? Uni.createFrom().item(all) : pagesFrom(shop, next.get(), all, page + 1));
    }

    private Optional<String> addPage(ShopAccess shop, Response answer, List<Subscription> all) {
        all.addAll(WebhookJson.many(bodyOf(answer), mapper));
        URI list = URI.create(endpoint.of(shop.shopDomain()) + "/admin/api/" + endpoint.version() + "/webhooks.json");
        return NextPage.of(answer.getHeaderString("Link"), list);
    }

    /** Of one subscription, 404 says that it is gone; of a list, that the shop is. */
    private static Response found(Response answer) {
        if (answer.getStatus() == 404) {
            throw new ShopifyException(
                    Reason.NOT_FOUND, "Shopify has no such subscription", answer.getHeaderString("X-Request-Id"));
        }
        return answer;
    }

    private String bodyOf(Response answer) {
        String body = answer.readEntity(String.class);
        if (answer.getStatus() >= 200 && answer.getStatus() < 300) {
            return body;
        }
        ShopifyErrors errors = ShopifyErrors.read(answer.getStatus(), body, mapper);
        throw new ShopifyException(errors.reason(), errors.text(), answer.getHeaderString("X-Request-Id"));
    }

    private static ShopifyException unreachable(Throwable failure) {
        ShopifyException unreachable = new ShopifyException(
                Reason.UNREACHABLE, "Shopify could not be reached, or did not answer in time", null);
        unreachable.initCause(failure);
        return unreachable;
    }

    private static ShopifyException endless() {
        return new ShopifyException(
                Reason.UNEXPECTED_ANSWER, "The list of subscriptions has more than " + MAX_PAGES + " pages", null);
    }
}
