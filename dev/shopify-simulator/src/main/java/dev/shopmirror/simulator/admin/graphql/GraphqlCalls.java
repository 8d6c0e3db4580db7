package dev.shopmirror.simulator.admin.graphql;

import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;

import dev.shopmirror.simulator.http.Request;
import dev.shopmirror.simulator.http.Response;
import dev.shopmirror.simulator.json.InvalidBody;
import dev.shopmirror.simulator.json.Json;
import dev.shopmirror.simulator.shop.Shop;

/** {@code POST graphql.json}: 200, whatever is wrong with a query. */
public final class GraphqlCalls {

    private final GraphQL graphql = AdminSchema.executable();

    /** Answers a query or a mutation. */
    public Response answer(Shop shop, Request request) {
        try {
            ObjectNode body = request.object();
            if (!body.path("query").isTextual()) {
                throw new InvalidBody("Required parameter missing or invalid");
            }
            return executed(shop, body);
        } catch (InvalidBody e) {
            return Response.of(400, Json.wrap("errors", Json.wrap("query", Json.NODES.textNode(e.reason()))));
        }
    }

    /** What a call gets that the points do not suffice for, whether they would or not. */
    public static Response throttled(Shop shop) {
        shop.counter().throttledGraphql();
        ObjectNode answer = ErrorJson.list(QueryCost.throttledError());
        answer.set("extensions", QueryCost.ofEmptyBucket(shop));
        return Response.of(200, answer);
    }

    private Response executed(Shop shop, ObjectNode body) {
        QueryCost cost = new QueryCost(shop);
        ExecutionInput input = ExecutionInput.newExecutionInput()
                .query(body.path("query").textValue())
                .operationName(body.path("operationName").textValue())
                .variables(body.path("variables") instanceof ObjectNode given ? Json.map(given) : Map.of())
                .graphQLContext(Map.of(Shop.class, shop, QueryCost.class, cost))
                .build();
        ExecutionResult result = graphql.execute(input);
        ObjectNode answer = ErrorJson.list(result.getErrors());
        if (result.isDataPresent()) {
            Map<String, Object> data = result.getData();
            answer.set("data", data == null ? Json.NODES.nullNode() : Json.tree(data));
        }
        cost.settle(answer.path("data"));
        answer.set("extensions", cost.extensions());
        return Response.of(200, answer);
    }
}
