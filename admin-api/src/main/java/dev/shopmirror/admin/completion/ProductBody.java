package dev.shopmirror.admin.completion;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Writes a fetched product as {@code products/update} would have it, with every variant. Images and media are left out:
 * events cut off variants alone, and what a body leaves out stays as it was.
 *
 * @see <a href="https://shopify.dev/docs/api/webhooks">Shopify: products/update</a>
 */
final class ProductBody {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final String PRODUCT_IMAGE = "gid://shopify/ProductImage/";

    private ProductBody() {}

    static ObjectNode of(FetchedProduct fetched) {
        JsonNode product = fetched.product();
        ObjectNode body = NODES.objectNode();
        long id = id(product);
        body.put("id", id);
        body.put("admin_graphql_api_id", text(product, "id"));
        body.put("title", text(product, "title"));
        body.put("body_html", text(product, "descriptionHtml"));
        body.put("vendor", text(product, "vendor"));
        body.put("product_type", text(product, "productType"));
        body.put("handle", text(product, "handle"));
        body.put("status", lower(product, "status"));
        body.put("tags", String.join(", ", texts(product.path("tags"))));
        body.put("template_suffix", text(product, "templateSuffix"));
        body.put("created_at", text(product, "createdAt"));
        body.put("updated_at", text(product, "updatedAt"));
        body.put("published_at", text(product, "publishedAt"));
        body.set("has_variants_that_requires_components", product.path("hasVariantsThatRequiresComponents"));
        body.set("category", category(product.path("category")));
        body.set("options", options(id, product.path("options")));
        body.set("variants", variants(fetched, id));
        body.set("variant_gids", gids(fetched.variants()));
        return body;
    }

    private static JsonNode category(JsonNode category) {
        return category.isObject()
                ? NODES.objectNode()
                        .put("admin_graphql_api_id", text(category, "id"))
                        .put("name", text(category, "name"))
                        .put("full_name", text(category, "fullName"))
                : NODES.nullNode();
    }

    private static ArrayNode options(long productId, JsonNode options) {
        ArrayNode array = NODES.arrayNode();
        for (JsonNode option : options) {
            array.add(NODES.objectNode()
                    .put("id", id(option))
                    .put("product_id", productId)
                    .put("name", text(option, "name"))
                    .put("position", option.path("position").asInt())
                    .<ObjectNode>set("values", option.path("values")));
        }
        return array;
    }

    private static ArrayNode variants(FetchedProduct fetched, long productId) {
        List<String> optionNames = new ArrayList<>();
        fetched.product().path("options").forEach(option -> optionNames.add(text(option, "name")));
        ArrayNode array = NODES.arrayNode();
        fetched.variants().forEach(variant -> array.add(variant(variant, productId, optionNames)));
        return array;
    }

    private static ObjectNode variant(JsonNode variant, long productId, List<String> optionNames) {
        ObjectNode body = NODES.objectNode();
        body.put("id", id(variant));
        body.put("product_id", productId);
        body.put("admin_graphql_api_id", text(variant, "id"));
        body.put("title", text(variant, "title"));
        body.put("price", text(variant, "price"));
        body.put("compare_at_price", text(variant, "compareAtPrice"));
        body.put("sku", text(variant, "sku"));
        body.put("barcode", text(variant, "barcode"));
        body.set("position", variant.path("position"));
        body.put("inventory_policy", lower(variant, "inventoryPolicy"));
        body.set("inventory_quantity", variant.path("inventoryQuantity"));
        body.set("taxable", variant.path("taxable"));
        body.set("inventory_item_id", idOrNull(variant.path("inventoryItem")));
        putImage(body, variant.path("image"));
        body.put("created_at", text(variant, "createdAt"));
        body.put("updated_at", text(variant, "updatedAt"));
        for (int i = 0; i < 3; i++) {
            body.put("option" + (i + 1), i < optionNames.size() ? selected(variant, optionNames.get(i)) : null);
        }
        return body;
    }

    /**
     * Events name an image by the number of its ProductImage. GraphQL knows the same image by ids of other kinds too,
     * whose numbers are others: an image that is named so is left as it was.
     */
    private static void putImage(ObjectNode variant, JsonNode image) {
        if (image.isNull()) {
            variant.putNull("image_id");
        } else if (image.path("id").asText().startsWith(PRODUCT_IMAGE)) {
            variant.put("image_id", id(image));
        }
    }

    private static String selected(JsonNode variant, String optionName) {
        for (JsonNode option : variant.path("selectedOptions")) {
            if (optionName.equals(text(option, "name"))) {
                return text(option, "value");
            }
        }
        return null;
    }

    private static ArrayNode gids(List<JsonNode> variants) {
        ArrayNode array = NODES.arrayNode();
        for (JsonNode variant : variants) {
            array.add(NODES.objectNode()
                    .put("admin_graphql_api_id", text(variant, "id"))
                    .put("updated_at", text(variant, "updatedAt")));
        }
        return array;
    }

    private static JsonNode idOrNull(JsonNode resource) {
        return text(resource, "id") == null ? NODES.nullNode() : NODES.numberNode(id(resource));
    }

    /** {@code gid://shopify/Product/7} is 7. */
    private static long id(JsonNode resource) {
        String gid = resource.path("id").asText();
        return Long.parseLong(gid.substring(gid.lastIndexOf('/') + 1));
    }

    private static String lower(JsonNode node, String field) {
        String text = text(node, field);
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText(null);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
