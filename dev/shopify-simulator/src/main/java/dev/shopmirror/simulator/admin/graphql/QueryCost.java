package dev.shopmirror.simulator.admin.graphql;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import org.jspecify.annotations.Nullable;

import dev.shopmirror.simulator.json.Json;
import dev.shopmirror.simulator.limit.AdminLimits;
import dev.shopmirror.simulator.limit.LeakyBucket;
import dev.shopmirror.simulator.shop.Shop;

/** What one query costs: taken as requested before it runs, and what it did not need given back afterwards. */
final class QueryCost {

    private static final int MOST = 1000;
    private static final String DOCUMENTATION = "https://shopify.dev/api/usage/rate-limits";

    private final Shop shop;
    private final LeakyBucket points;
    private int requested;
    /** Null until the query has run. */
    private @Nullable Integer actual;

    QueryCost(Shop shop) {
        this.shop = shop;
        this.points = shop.limits().points();
    }

    static List<GraphQLError> throttledError() {
        return List.of(GraphqlErrorBuilder.newError()
                .message("Throttled")
                .extensions(Map.of("code", "THROTTLED", "documentation", DOCUMENTATION))
                .build());
    }

    /** Takes the points; what is wrong, or nothing. */
    List<GraphQLError> take(int wanted) {
        requested = wanted;
        if (wanted > MOST) {
            return List.of(tooExpensive(wanted));
        }
        if (!points.take(wanted)) {
            shop.counter().throttledGraphql();
            return throttledError();
        }
        actual = wanted;
        return List.of();
    }

    /** @param data what the query found; a mutation's cost does not depend on it */
    void settle(JsonNode data) {
        if (actual != null) {
            int found = data.isObject() ? CostRules.ofAnswer(data, requested) : 0;
            points.giveBack(requested - found);
            actual = found;
        }
    }

    /** As if a mutation had found no point left, so that a caller can reckon how long to wait. */
    static ObjectNode ofEmptyBucket(Shop shop) {
        return extensions(shop.limits().limits(), CostRules.MUTATION, null, 0);
    }

    ObjectNode extensions() {
        return extensions(shop.limits().limits(), requested, actual, points.free());
    }

    private static ObjectNode extensions(
            AdminLimits limits, int requested, @Nullable Integer actual, double available) {
        ObjectNode throttle = Json.NODES
                .objectNode()
                .put("maximumAvailable", (double) limits.graphqlBucket())
                .put("currentlyAvailable", (long) Math.floor(available))
                .put("restoreRate", limits.graphqlPerSecond());
        ObjectNode cost =
                Json.NODES.objectNode().put("requestedQueryCost", requested).put("actualQueryCost", actual);
        cost.set("throttleStatus", throttle);
        return Json.wrap("cost", cost);
    }

    private static GraphQLError tooExpensive(int cost) {
        return GraphqlErrorBuilder.newError()
                .message("Query cost is " + cost + ", which exceeds the single query max cost limit (" + MOST + ").")
                .extensions(Map.of(
                        "code", "MAX_COST_EXCEEDED", "cost", cost, "maxCost", MOST, "documentation", DOCUMENTATION))
                .build();
    }
}
