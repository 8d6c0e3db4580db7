package dev.shopmirror.simulator.admin.graphql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import graphql.GraphQL;
import graphql.Scalars;
import graphql.TypeResolutionEnvironment;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.TypeResolver;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;

import dev.shopmirror.simulator.admin.graphql.node.SubscriptionNode;
import dev.shopmirror.simulator.subscription.WebhookTopics;

/** The schema in {@code admin.graphqls}, and who answers for its fields. */
final class AdminSchema {

    private static final List<String> TEXTS = List.of("DateTime", "HTML", "Money", "URL", "UnsignedInt64");

    private AdminSchema() {}

    static GraphQL executable() {
        TypeDefinitionRegistry types = new SchemaParser().parse(definitions());
        types.merge(new SchemaParser().parse(topics()));
        return GraphQL.newGraphQL(new SchemaGenerator().makeExecutableSchema(types, wiring()))
                .instrumentation(new CostLimit())
                .build();
    }

    private static RuntimeWiring wiring() {
        RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring();
        TEXTS.forEach(name -> wiring.scalar(text(name)));
        TypeResolver media = AdminSchema::mediaType;
        return wiring.type("QueryRoot", type -> type.dataFetcher("shop", ShopFetchers::shop)
                        .dataFetcher("currentAppInstallation", ShopFetchers::installation)
                        .dataFetcher("product", ShopFetchers::product)
                        .dataFetcher("webhookSubscription", SubscriptionFetchers::one)
                        .dataFetcher("webhookSubscriptions", SubscriptionFetchers::page)
                        .dataFetcher("webhookSubscriptionsCount", SubscriptionFetchers::count))
                .type("Mutation", type -> type.dataFetcher("webhookSubscriptionCreate", SubscriptionChanges::create)
                        .dataFetcher("webhookSubscriptionUpdate", SubscriptionChanges::update)
                        .dataFetcher("webhookSubscriptionDelete", SubscriptionChanges::delete))
                .type("Product", type -> type.dataFetcher("variants", ShopFetchers::variants)
                        .dataFetcher("media", ShopFetchers::media))
                .type("ProductVariant", type -> type.dataFetcher("media", ShopFetchers::mediaOfVariant))
                .type("Media", type -> type.typeResolver(media))
                .build();
    }

    /** {@code gid://shopify/MediaImage/1} names the type. */
    private static GraphQLObjectType mediaType(TypeResolutionEnvironment medium) {
        Map<String, Object> node = medium.getObject();
        return medium.getSchema().getObjectType(String.valueOf(node.get("id")).split("/", -1)[3]);
    }

    private static GraphQLScalarType text(String name) {
        return GraphQLScalarType.newScalar()
                .name(name)
                .coercing(Scalars.GraphQLString.getCoercing())
                .build();
    }

    private static String topics() {
        return WebhookTopics.all().stream()
                .map(SubscriptionNode::topic)
                .collect(Collectors.joining(" ", "enum WebhookSubscriptionTopic { ", " }"));
    }

    private static String definitions() {
        try (InputStream resource = Objects.requireNonNull(AdminSchema.class.getResourceAsStream("admin.graphqls"))) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
