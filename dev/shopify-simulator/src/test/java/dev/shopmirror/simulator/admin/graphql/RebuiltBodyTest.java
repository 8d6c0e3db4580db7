package dev.shopmirror.simulator.admin.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.shopmirror.simulator.Caller;
import dev.shopmirror.simulator.ShopifySimulator;
import dev.shopmirror.simulator.SimulatorOptions;
import dev.shopmirror.simulator.shop.Shop;

/** What a webhook tells of a product over 100 variants, an app must be able to ask for. */
class RebuiltBodyTest {

    private static final long ID = 788032119674292922L;
    private static final String QUERY = """
            query($id: ID!) { product(id: $id) { id legacyResourceId title handle vendor productType status
              tags descriptionHtml templateSuffix createdAt updatedAt publishedAt hasVariantsThatRequiresComponents
              options { name position values }
              variants(first: 200) { nodes { id legacyResourceId title sku barcode price compareAtPrice position
                inventoryPolicy inventoryQuantity taxable createdAt updatedAt selectedOptions { value }
                inventoryItem { legacyResourceId } } } } }""";

    private final ShopifySimulator simulator = ShopifySimulator.start(SimulatorOptions.defaults());
    private final Shop shop = simulator.addShop(Caller.SHOP, "shpat_acme");
    private final Caller app = new Caller(simulator, "shpat_acme");

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void everyVariantIsTheSameInGraphqlAndInTheBody() throws Exception {
        ObjectNode body = Caller.json("{'title':'Tripod','body_html':'<p>text</p>','tags':'new, tall'}");
        ArrayNode variants = body.putArray("variants");
        for (int number = 0; number < 150; number++) {
            variants.addObject()
                    .put("option1", "Size " + number)
                    .put("option2", number % 2 == 0 ? "Copper" : "Steel")
                    .put("price", number + ".50")
                    .put("sku", "T-" + number)
                    .put("inventory_quantity", number - 5);
        }
        ObjectNode stored = shop.putProduct(ID, body);

        JsonNode product = app.graphql(QUERY, "{'id':'gid://shopify/Product/" + ID + "'}")
                .json()
                .at("/data/product");

        assertThat(product.at("/variants/nodes")).hasSize(150);
        for (int index = 0; index < 150; index++) {
            JsonNode variant = stored.path("variants").path(index);
            assertThat(rebuilt(product.at("/variants/nodes").path(index), variant))
                    .isEqualTo(variant);
        }
        assertThat(product.path("title")).isEqualTo(stored.path("title"));
        assertThat(product.path("handle")).isEqualTo(stored.path("handle"));
        assertThat(product.path("vendor")).isEqualTo(stored.path("vendor"));
        assertThat(product.path("productType")).isEqualTo(stored.path("product_type"));
        assertThat(product.path("descriptionHtml")).isEqualTo(stored.path("body_html"));
        assertThat(product.at("/options/1/values")).isEqualTo(stored.at("/options/1/values"));
        for (String name : List.of("created", "updated", "published")) {
            assertThat(Instant.parse(product.path(name + "At").asText()))
                    .isEqualTo(OffsetDateTime.parse(stored.path(name + "_at").asText())
                            .toInstant());
        }
    }

    /** @param body that of the shop, for what GraphQL does not tell: the image, the quantity before, the offset */
    private static ObjectNode rebuilt(JsonNode node, JsonNode body) {
        ObjectNode variant = body.deepCopy();
        variant.set("admin_graphql_api_id", node.path("id"));
        variant.put("id", Long.parseLong(node.path("legacyResourceId").textValue()));
        variant.set("title", node.path("title"));
        variant.set("sku", node.path("sku"));
        variant.set("barcode", node.path("barcode"));
        variant.set("price", node.path("price"));
        variant.set("compare_at_price", node.path("compareAtPrice"));
        variant.set("position", node.path("position"));
        variant.put("inventory_policy", node.path("inventoryPolicy").asText().toLowerCase(Locale.ROOT));
        variant.set("inventory_quantity", node.path("inventoryQuantity"));
        variant.set("taxable", node.path("taxable"));
        variant.set("option1", node.at("/selectedOptions/0/value"));
        variant.set("option2", node.at("/selectedOptions/1/value"));
        variant.put(
                "inventory_item_id",
                Long.parseLong(node.at("/inventoryItem/legacyResourceId").textValue()));
        return variant;
    }
}
