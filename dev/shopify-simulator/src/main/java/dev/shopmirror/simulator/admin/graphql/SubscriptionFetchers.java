package dev.shopmirror.simulator.admin.graphql;

import java.util.List;
import java.util.function.Predicate;

import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;

import dev.shopmirror.simulator.admin.graphql.node.Placed;
import dev.shopmirror.simulator.admin.graphql.node.ProductNode;
import dev.shopmirror.simulator.admin.graphql.node.SubscriptionNode;
import dev.shopmirror.simulator.subscription.Subscription;

/** Subscriptions, read. */
final class SubscriptionFetchers {

    static final String TYPE = "WebhookSubscription";

    private SubscriptionFetchers() {}

    static @Nullable Object one(DataFetchingEnvironment field) {
        return Fetched.id(field.getArgument("id"), TYPE)
                .flatMap(Fetched.shop(field).subscriptions()::get)
                .<Object>map(found -> SubscriptionNode.of(found).node())
                .orElse(null);
    }

    static Object page(DataFetchingEnvironment field) {
        List<Placed> matching = Fetched.shop(field).subscriptions().all().stream()
                .filter(matches(field))
                .map(SubscriptionNode::of)
                .toList();
        return Fetched.page(field, matching);
    }

    static Object count(DataFetchingEnvironment field) {
        return ProductNode.count(Fetched.shop(field).subscriptions().all().size());
    }

    private static Predicate<Subscription> matches(DataFetchingEnvironment field) {
        List<String> topics = field.getArgumentOrDefault("topics", List.of());
        String uri = field.getArgumentOrDefault("uri", "");
        boolean json = field.getArgumentOrDefault("format", "JSON").equals("JSON");
        return subscription -> json
                && (topics.isEmpty() || topics.contains(SubscriptionNode.topic(subscription.topic())))
                && (uri.isEmpty() || uri.equals(subscription.address().toString()));
    }
}
