package dev.shopmirror.admin.shopify.graphql;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What Shopify asks for each operation: so many points must be in the bucket before it is carried out. */
final class QueryCosts {

    private final Map<String, Double> byName = new ConcurrentHashMap<>();

    double of(GraphQlOperation operation) {
        return byName.getOrDefault(operation.name(), (double) operation.points());
    }

    void learn(GraphQlOperation operation, QueryCost cost) {
        if (cost.requested() > 0) {
            byName.put(operation.name(), cost.requested());
        }
    }
}
