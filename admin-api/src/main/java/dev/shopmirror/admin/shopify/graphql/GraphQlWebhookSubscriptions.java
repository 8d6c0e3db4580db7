package dev.shopmirror.admin.shopify.graphql;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;

import dev.shopmirror.admin.shopify.Adapter;
import dev.shopmirror.admin.shopify.ShopAccess;
import dev.shopmirror.admin.shopify.ShopifyException;
import dev.shopmirror.admin.shopify.ShopifyException.Reason;
import dev.shopmirror.admin.shopify.Subscription;
import dev.shopmirror.admin.shopify.SubscriptionRequest;
import dev.shopmirror.admin.shopify.WebhookSubscriptions;

/** Subscriptions by the GraphQL Admin API. */
@ApplicationScoped
@Adapter(Adapter.Kind.GRAPHQL)
class GraphQlWebhookSubscriptions implements WebhookSubscriptions {

    /** Far beyond what an app may have; ends a list that never comes to its end. */
    private static final int MAX_PAGES = 40;

    private final ShopifyGraphQl graphQl;
    private final ObjectMapper mapper;

    GraphQlWebhookSubscriptions(ShopifyGraphQl graphQl, ObjectMapper mapper) {
        this.graphQl = graphQl;
        this.mapper = mapper;
    }

    @Override
    public Uni<List<Subscription>> list(ShopAccess shop) {
        return pagesFrom(shop, null, new ArrayList<>(), 1);
    }

    @Override
    public Uni<Subscription> create(ShopAccess shop, SubscriptionRequest wanted) {
        ObjectNode variables = mapper.createObjectNode().put("topic", TopicName.toEnum(wanted.topic()));
        variables.set("input", SubscriptionJson.createInput(wanted, mapper));
        return graphQl.send(shop, WebhookOperations.CREATE, variables)
                .map(answer -> subscription(answer, "webhookSubscriptionCreate"));
    }

    @Override
    public Uni<Subscription> update(ShopAccess shop, long id, SubscriptionRequest wanted) {
        ObjectNode variables = withId(id);
        variables.set("input", SubscriptionJson.updateInput(wanted, mapper));
        return graphQl.send(shop, WebhookOperations.UPDATE, variables)
                .map(answer -> subscription(answer, "webhookSubscriptionUpdate"));
    }

    @Override
    public Uni<Void> delete(ShopAccess shop, long id) {
        return graphQl.send(shop, WebhookOperations.DELETE, withId(id))
                .invoke(answer -> answer.payload("webhookSubscriptionDelete"))
                .replaceWithVoid();
    }

    private Uni<List<Subscription>> pagesFrom(ShopAccess shop, String after, List<Subscription> all, int page) {
        if (page > MAX_PAGES) {
            return Uni.createFrom().failure(endless());
        }
        return graphQl.send(
                        shop, WebhookOperations.LIST, mapper.createObjectNode().put("after", after))
                .map(answer -> addPage(answer, all))
                .flatMap(next -> next.path("hasNextPage").asBoolean()
                        ? pagesFrom(shop, next.path("endCursor").asText(), all, page + 1)
                        : Uni.createFrom().item(all));
    }

    /** Returns the {@code pageInfo}. */
    private static JsonNode addPage(GraphQlAnswer answer, List<Subscription> all) {
        JsonNode page = answer.payload("webhookSubscriptions");
        JsonNode info = page.path("pageInfo");
        boolean goesOn = info.path("hasNextPage").asBoolean();
        if (!page.path("nodes").isArray() || (goesOn && !info.path("endCursor").isTextual())) {
            throw answer.unexpected();
        }
        page.path("nodes").forEach(node -> all.add(read(answer, node)));
        return info;
    }

    private static Subscription subscription(GraphQlAnswer answer, String mutation) {
        return read(answer, answer.payload(mutation).path("webhookSubscription"));
    }

    private static Subscription read(GraphQlAnswer answer, JsonNode node) {
        return SubscriptionJson.read(node).orElseThrow(answer::unexpected);
    }

    private ObjectNode withId(long id) {
        return mapper.createObjectNode().put("id", SubscriptionJson.gid(id));
    }

    private static ShopifyException endless() {
        return new ShopifyException(
                Reason.UNEXPECTED_ANSWER, "The list of subscriptions has more than " + MAX_PAGES + " pages", null);
    }
}
