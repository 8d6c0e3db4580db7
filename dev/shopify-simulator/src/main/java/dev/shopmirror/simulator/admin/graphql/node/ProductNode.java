package dev.shopmirror.simulator.admin.graphql.node;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import dev.shopmirror.simulator.resource.Gid;

/** {@code Product}; its connections are made when they are asked for. */
public final class ProductNode {

    /** Where a node keeps the product it was made of; no field has this name. */
    public static final String SOURCE = "";

    private ProductNode() {}

    /** @param product whole */
    public static Map<String, @Nullable Object> of(ObjectNode product) {
        return Node.of(product)
                .ids("Product")
                .text("title", "title")
                .text("handle", "handle")
                .text("vendor", "vendor")
                .text("productType", "product_type")
                .choice("status", "status")
                .put("tags", tags(product.path("tags").asText()))
                .put(
                        "descriptionHtml",
                        product.path("body_html").isTextual()
                                ? product.path("body_html").textValue()
                                : "")
                .text("templateSuffix", "template_suffix")
                .time("createdAt", "created_at")
                .time("updatedAt", "updated_at")
                .time("publishedAt", "published_at")
                .put("category", category(product.path("category")))
                .put("options", options(product))
                .truth("hasVariantsThatRequiresComponents", "has_variants_that_requires_components")
                .put("variantsCount", count(product.path("variants").size()))
                .put(SOURCE, product)
                .fields();
    }

    /** {@code Count}. */
    public static Map<String, Object> count(int count) {
        return Map.of("count", count, "precision", "EXACT");
    }

    private static List<String> tags(String tags) {
        return Arrays.stream(tags.split(",", -1))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .toList();
    }

    private static @Nullable Object category(JsonNode category) {
        if (!category.isObject()) {
            return null;
        }
        return Node.of(category)
                .text("id", "admin_graphql_api_id")
                .text("name", "name")
                .text("fullName", "full_name")
                .fields();
    }

    private static List<Object> options(ObjectNode product) {
        List<Object> options = new ArrayList<>();
        for (JsonNode option : product.path("options")) {
            List<String> values = new ArrayList<>();
            option.path("values").forEach(value -> values.add(value.asText()));
            options.add(Node.of(option)
                    .put("id", Gid.of("ProductOption", option.path("id").longValue()))
                    .text("name", "name")
                    .number("position", "position")
                    .put("values", values)
                    .put(
                            "optionValues",
                            values.stream().map(value -> Map.of("name", value)).toList())
                    .fields());
        }
        return options;
    }
}
