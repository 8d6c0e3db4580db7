package dev.shopmirror.admin.shopify.graphql;

import java.util.function.Consumer;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import dev.shopmirror.admin.shopify.ShopAccess;
import dev.shopmirror.admin.shopify.ShopifyEndpoint;
import dev.shopmirror.admin.shopify.call.Answer;
import dev.shopmirror.admin.shopify.call.ShopCall;
import dev.shopmirror.admin.shopify.call.ShopCalls;
import dev.shopmirror.admin.shopify.gate.Api;
import dev.shopmirror.admin.shopify.gate.Usage;

/**
 * Sends queries to a shop's GraphQL Admin API, under the shop's limit, which all callers share: a dear query waits until
 * the bucket has room for it.
 */
@ApplicationScoped
public class ShopifyGraphQl {

    private final GraphQlRestClient client;
    private final ShopifyEndpoint endpoint;
    private final ShopCalls calls;
    private final ObjectMapper mapper;
    private final QueryCosts costs = new QueryCosts();

    ShopifyGraphQl(
            @RestClient GraphQlRestClient client, ShopifyEndpoint endpoint, ShopCalls calls, ObjectMapper mapper) {
        this.client = client;
        this.endpoint = endpoint;
        this.calls = calls;
        this.mapper = mapper;
    }

    /**
     * The answer's {@code data}. What the API calls user errors is part of it; everything else that is wrong, in whole
     * or in part, is a {@link dev.shopmirror.admin.shopify.ShopifyException}. As with every call to a shop, no database
     * transaction may be open around it.
     */
    public Uni<JsonNode> data(ShopAccess shop, GraphQlOperation operation, ObjectNode variables) {
        return send(shop, operation, variables).map(GraphQlAnswer::data);
    }

    /** The same, with the request's id for what its reader finds wrong in it. */
    Uni<GraphQlAnswer> send(ShopAccess shop, GraphQlOperation operation, ObjectNode variables) {
        String body = mapper.createObjectNode()
                .put("query", operation.text())
                .<ObjectNode>set("variables", variables)
                .toString();
        Supplier<Uni<Answer>> send = () -> client.post(
                        endpoint.of(shop.shopDomain()),
                        endpoint.version(),
                        shop.accessToken().reveal(),
                        body)
                .map(Answer::of);
        return calls.make(call(shop, operation), send, (answer, meter) -> read(operation, answer, meter));
    }

    private ShopCall call(ShopAccess shop, GraphQlOperation operation) {
        return new ShopCall(
                shop.shopDomain(), Api.GRAPHQL, operation.name(), () -> costs.of(operation), operation.repeatable());
    }

    private GraphQlAnswer read(GraphQlOperation operation, Answer answer, Consumer<Usage> meter) {
        GraphQlAnswer read = GraphQlAnswer.of(answer, mapper);
        QueryCost.of(read.json()).ifPresent(cost -> {
            costs.learn(operation, cost);
            meter.accept(cost.usage());
        });
        return read.orRefusal();
    }
}
