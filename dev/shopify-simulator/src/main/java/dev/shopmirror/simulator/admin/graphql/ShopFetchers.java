package dev.shopmirror.simulator.admin.graphql;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;

import dev.shopmirror.simulator.admin.graphql.node.MediaNode;
import dev.shopmirror.simulator.admin.graphql.node.ProductNode;
import dev.shopmirror.simulator.admin.graphql.node.VariantNode;
import dev.shopmirror.simulator.resource.Gid;
import dev.shopmirror.simulator.shop.Shop;

/** The shop, the app in it, and its products. */
final class ShopFetchers {

    private ShopFetchers() {}

    static Object shop(DataFetchingEnvironment field) {
        ObjectNode shop = Fetched.shop(field).lifecycle().shop();
        return Map.of(
                "id", Gid.of("Shop", shop.path("id").longValue()),
                "name", shop.path("name").asText(),
                "email", shop.path("email").asText(),
                "myshopifyDomain", Fetched.shop(field).domain(),
                "currencyCode", shop.path("currency").asText(),
                "ianaTimezone", shop.path("iana_timezone").asText());
    }

    static Object installation(DataFetchingEnvironment field) {
        Shop shop = Fetched.shop(field);
        List<Object> scopes = shop.lifecycle().scopes().stream()
                .<Object>map(scope -> Map.of("handle", scope))
                .toList();
        return Map.of("id", Gid.of("AppInstallation", shop.shopId()), "accessScopes", scopes);
    }

    static @Nullable Object product(DataFetchingEnvironment field) {
        return Fetched.needing("read_products", field, () -> Fetched.id(field.getArgument("id"), "Product")
                .flatMap(Fetched.shop(field)::product)
                .<Object>map(ProductNode::of)
                .orElse(null));
    }

    static Object variants(DataFetchingEnvironment field) {
        return Fetched.page(field, VariantNode.allOf(source(field)));
    }

    static Object media(DataFetchingEnvironment field) {
        return Fetched.page(field, MediaNode.allOf(source(field)));
    }

    static Object mediaOfVariant(DataFetchingEnvironment field) {
        Map<String, Object> variant = Objects.requireNonNull(field.getSource());
        return Fetched.page(field, MediaNode.allOf(source(field), String.valueOf(variant.get("legacyResourceId"))));
    }

    private static JsonNode source(DataFetchingEnvironment field) {
        Map<String, Object> node = Objects.requireNonNull(field.getSource());
        return (JsonNode) Objects.requireNonNull(node.get(ProductNode.SOURCE));
    }
}
