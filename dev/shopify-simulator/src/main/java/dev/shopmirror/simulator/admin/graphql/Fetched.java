package dev.shopmirror.simulator.admin.graphql;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetchingEnvironment;

import dev.shopmirror.simulator.admin.graphql.node.Connection;
import dev.shopmirror.simulator.admin.graphql.node.Placed;
import dev.shopmirror.simulator.shop.Shop;

/** What fetchers have in common: the shop, ids, pages, and errors beside the data. */
final class Fetched {

    private static final Pattern GID = Pattern.compile("gid://shopify/(\\w+)/(\\d{1,18}|[1-8]\\d{18})");

    private Fetched() {}

    static Shop shop(DataFetchingEnvironment field) {
        return field.getGraphQlContext().get(Shop.class);
    }

    /** The number of a gid of this type; empty for ids of other types, which name nothing here. */
    static Optional<Long> id(String argument, String type) {
        Matcher gid = GID.matcher(argument);
        return gid.matches() && gid.group(1).equals(type)
                ? Optional.of(Long.parseLong(gid.group(2)))
                : Optional.empty();
    }

    /** Null and an error, where a field needs a scope that the app lacks. */
    static Object needing(String scope, DataFetchingEnvironment field, Supplier<Object> data) {
        if (shop(field).lifecycle().allows(scope)) {
            return data.get();
        }
        String access = "`" + scope + "` access scope.";
        return error(
                field,
                "Access denied for " + field.getField().getName() + " field. Required access: " + access,
                Map.of("code", "ACCESS_DENIED", "requiredAccess", access));
    }

    static Object page(DataFetchingEnvironment field, List<Placed> all) {
        Connection connection = new Connection(field.getArguments());
        return connection
                .refusal()
                .<Object>map(words -> error(field, words, Map.of("code", "BAD_REQUEST")))
                .orElseGet(() -> connection.of(all));
    }

    private static Object error(DataFetchingEnvironment field, String message, Map<String, Object> extensions) {
        return DataFetcherResult.newResult()
                .error(GraphqlErrorBuilder.newError(field)
                        .message("%s", message)
                        .extensions(extensions)
                        .build())
                .build();
    }
}
