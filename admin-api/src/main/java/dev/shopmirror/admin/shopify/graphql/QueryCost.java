package dev.shopmirror.admin.shopify.graphql;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import dev.shopmirror.admin.shopify.gate.Usage;

/**
 * {@code extensions.cost} of an answer.
 *
 * @param requested points that must be there before the query is carried out
 * @param usage of the bucket; a throttled query was charged nothing
 */
record QueryCost(double requested, Usage usage) {

    static Optional<QueryCost> of(JsonNode answer) {
        JsonNode cost = answer.path("extensions").path("cost");
        JsonNode status = cost.path("throttleStatus");
        if (!status.path("currentlyAvailable").isNumber()) {
            return Optional.empty();
        }
        double capacity = status.path("maximumAvailable").asDouble();
        Usage usage = new Usage(
                Math.max(capacity - status.path("currentlyAvailable").asDouble(), 0),
                capacity,
                status.path("restoreRate").asDouble(),
                cost.path("actualQueryCost").asDouble());
        return Optional.of(new QueryCost(cost.path("requestedQueryCost").asDouble(), usage));
    }
}
