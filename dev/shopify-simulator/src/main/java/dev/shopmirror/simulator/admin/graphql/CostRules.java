package dev.shopmirror.simulator.admin.graphql;

import com.fasterxml.jackson.databind.JsonNode;
import graphql.analysis.FieldComplexityEnvironment;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnmodifiedType;

import dev.shopmirror.simulator.admin.graphql.node.Connection;

/**
 * Points of a query: a mutation 10, an object 1, a connection 2 and its nodes as often as asked for, all else nothing.
 * Shopify's own formula is not public and nowadays milder on connections.
 */
final class CostRules {

    static final int MUTATION = 10;

    private static final int CONNECTION = 2;
    private static final String PAGE_INFO = "PageInfo";

    private CostRules() {}

    /** Before it runs: as many nodes as {@code first} or {@code last} says. */
    static int ofField(FieldComplexityEnvironment field, int ofChildren) {
        GraphQLUnmodifiedType type =
                GraphQLTypeUtil.unwrapAll(field.getFieldDefinition().getType());
        if (field.getParentType().getName().equals("Mutation")) {
            return MUTATION;
        }
        if (type instanceof GraphQLScalarType
                || type instanceof GraphQLEnumType
                || type.getName().equals(PAGE_INFO)) {
            return 0;
        }
        if (type.getName().endsWith("Connection")) {
            return CONNECTION + size(field) * ofChildren;
        }
        return type.getName().endsWith("Edge") ? ofChildren : 1 + ofChildren;
    }

    /** After it has run: as many nodes as came. */
    static int ofAnswer(JsonNode data, int requested) {
        boolean mutation =
                data.properties().stream().anyMatch(field -> field.getValue().has("userErrors"));
        return mutation ? requested : Math.min(requested, ofFields(data));
    }

    private static int ofFields(JsonNode object) {
        int cost = 0;
        for (var field : object.properties()) {
            JsonNode value = field.getValue();
            if (value.isObject() && !field.getKey().equals("pageInfo")) {
                cost += isConnection(value) ? CONNECTION + ofNodes(value) : 1 + ofFields(value);
            } else if (value.isArray() && value.path(0).isObject()) {
                cost += 1 + ofFields(value.path(0));
            }
        }
        return cost;
    }

    private static boolean isConnection(JsonNode value) {
        return value.has("nodes") || value.has("edges") || value.has("pageInfo");
    }

    private static int ofNodes(JsonNode connection) {
        int cost = 0;
        for (JsonNode node : connection.path("nodes")) {
            cost += 1 + ofFields(node);
        }
        for (JsonNode edge : connection.path("edges")) {
            cost += ofFields(edge);
        }
        return cost;
    }

    private static int size(FieldComplexityEnvironment connection) {
        Object first = connection.getArguments().get("first");
        Object last = connection.getArguments().get("last");
        if (first instanceof Integer size) {
            return size;
        }
        return last instanceof Integer size ? size : Connection.MOST;
    }
}
