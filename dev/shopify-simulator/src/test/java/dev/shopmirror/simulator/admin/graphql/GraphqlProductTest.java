package dev.shopmirror.simulator.admin.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.shopmirror.simulator.Caller;
import dev.shopmirror.simulator.ShopifySimulator;
import dev.shopmirror.simulator.SimulatorOptions;
import dev.shopmirror.simulator.shop.Shop;

class GraphqlProductTest {

    private static final long ID = 788032119674292922L;
    private static final String VARIABLES = "{'id':'gid://shopify/Product/" + ID + "'}";

    private final ShopifySimulator simulator = ShopifySimulator.start(SimulatorOptions.defaults());
    private final Caller app = new Caller(simulator, "shpat_acme");
    private Shop shop;

    @BeforeEach
    void addShop() {
        shop = simulator.addShop(Caller.SHOP, "shpat_acme");
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    private JsonNode product(String fields, String variables) throws Exception {
        Caller.Answer answer = app.graphql(
                "query($id: ID!, $after: String) { product(id: $id) { " + fields
                        + " media(first: 1, after: $after) { pageInfo { hasNextPage } } } }",
                variables);
        assertThat(answer.json().path("errors").isMissingNode())
                .as(answer.json().toString())
                .isTrue();
        return answer.json().at("/data/product");
    }

    @Test
    void productHasEveryFieldOfAWebhookBody() throws Exception {
        ObjectNode stored = shop.putProduct(ID, Caller.json("""
                {'title':'Tripod','body_html':'<p>A & B</p>','vendor':'Acme','product_type':'Tripods','tags':'new, tall',
                 'category':{'admin_graphql_api_id':'gid://shopify/TaxonomyCategory/co-1','name':'Tripods',
                             'full_name':'Cameras > Tripods'},
                 'options':[{'name':'Colour'}],
                 'images':[{'id':5,'alt':'Front','src':'https://cdn.example.com/a.jpg','width':225,'height':300}],
                 'variants':[{'option1':'Copper','price':'19.99','compare_at_price':'24.99','sku':'T-1','image_id':5,
                              'inventory_quantity':-4,'inventory_policy':'continue','inventory_item_id':52639499157792}]}
                """));

        JsonNode product = product("""
                id legacyResourceId title handle vendor productType status tags descriptionHtml templateSuffix createdAt
                updatedAt publishedAt category { id name fullName } hasVariantsThatRequiresComponents
                variantsCount { count }
                options { id name position values optionValues { name } }
                media(first: 10) { nodes { id alt mediaContentType status preview { image { url width height } } } }
                variants(first: 10) { nodes { id legacyResourceId title sku barcode price compareAtPrice position
                  inventoryPolicy inventoryQuantity taxable createdAt updatedAt selectedOptions { name value }
                  inventoryItem { id legacyResourceId } image { id url } media(first: 1) { nodes { id } } } }
                """.replace("media(first: 10)", "allMedia: media(first: 10)"), VARIABLES);

        assertThat(product.path("id").asText()).isEqualTo("gid://shopify/Product/" + ID);
        assertThat(product.path("legacyResourceId").textValue()).isEqualTo(Long.toString(ID));
        assertThat(product.path("status").asText()).isEqualTo("ACTIVE");
        assertThat(product.path("tags").toString()).isEqualTo("[\"new\",\"tall\"]");
        assertThat(product.path("descriptionHtml").asText()).isEqualTo("<p>A & B</p>");
        assertThat(product.path("templateSuffix").isNull()).isTrue();
        assertThat(Instant.parse(product.path("updatedAt").asText()))
                .isEqualTo(
                        OffsetDateTime.parse(stored.path("updated_at").asText()).toInstant());
        assertThat(product.at("/category/fullName").asText()).isEqualTo("Cameras > Tripods");
        assertThat(product.at("/options/0/values/0").asText()).isEqualTo("Copper");
        assertThat(product.at("/options/0/optionValues/0/name").asText()).isEqualTo("Copper");
        assertThat(product.at("/variantsCount/count").asInt()).isEqualTo(1);
        assertThat(product.at("/allMedia/nodes/0/id").asText()).startsWith("gid://shopify/MediaImage/");
        assertThat(product.at("/allMedia/nodes/0/preview/image"))
                .isEqualTo(Caller.json("{'url':'https://cdn.example.com/a.jpg','width':225,'height':300}"));
        JsonNode variant = product.at("/variants/nodes/0");
        assertThat(variant.path("price").textValue()).isEqualTo("19.99");
        assertThat(variant.path("compareAtPrice").textValue()).isEqualTo("24.99");
        assertThat(variant.path("inventoryPolicy").asText()).isEqualTo("CONTINUE");
        assertThat(variant.path("inventoryQuantity").asInt()).isEqualTo(-4);
        assertThat(variant.path("barcode").isNull()).isTrue();
        assertThat(variant.at("/selectedOptions/0")).isEqualTo(Caller.json("{'name':'Colour','value':'Copper'}"));
        assertThat(variant.at("/inventoryItem/legacyResourceId").textValue()).isEqualTo("52639499157792");
        assertThat(variant.at("/image/id").asText()).isEqualTo("gid://shopify/ProductImage/5");
    }

    @Test
    void emptyFieldsAreNullOrEmptyAsShopifyHasThem() throws Exception {
        shop.putProduct(ID, Caller.json("{'title':'Bare','status':'draft'}"));

        JsonNode product = product(
                "descriptionHtml publishedAt category { id } tags status variants(first: 1) { nodes { sku image { id } } }",
                VARIABLES);

        assertThat(product.path("descriptionHtml").textValue()).isEmpty();
        assertThat(product.path("publishedAt").isNull()).isTrue();
        assertThat(product.path("category").isNull()).isTrue();
        assertThat(product.path("tags")).isEmpty();
        assertThat(product.path("status").asText()).isEqualTo("DRAFT");
        assertThat(product.at("/variants/nodes/0/image").isNull()).isTrue();
    }

    @Test
    void all2048VariantsComeByPages() throws Exception {
        shop.limits().change(shop.limits().limits().withGraphql(100, 10_000));
        ObjectNode body = Caller.json("{'title':'Many'}");
        ArrayNode variants = body.putArray("variants");
        for (int number = 0; number < 2048; number++) {
            variants.addObject().put("option1", "Size " + number);
        }
        ObjectNode stored = shop.putProduct(ID, body);

        List<String> seen = new ArrayList<>();
        String after = "null";
        JsonNode page;
        do {
            page = app.graphql(
                            "query($id: ID!, $after: String) { product(id: $id) { variants(first: 250, after: $after) {"
                                    + " nodes { legacyResourceId } pageInfo { hasNextPage endCursor } } } }",
                            VARIABLES.replace("}", ",'after':" + after + '}'))
                    .json()
                    .at("/data/product/variants");
            page.path("nodes")
                    .forEach(node -> seen.add(node.path("legacyResourceId").asText()));
            after = page.at("/pageInfo/endCursor").toString();
        } while (page.at("/pageInfo/hasNextPage").asBoolean());

        assertThat(seen).isEqualTo(stored.path("variants").findValuesAsText("id"));
    }

    @Test
    void unknownProductIsNull() throws Exception {
        assertThat(product("id", VARIABLES).isNull()).isTrue();
        assertThat(product("id", "{'id':'gid://shopify/Order/1'}").isNull()).isTrue();
    }

    @Test
    void productWithoutItsScopeIsDenied() throws Exception {
        shop.putProduct(ID, Caller.json("{'title':'Tripod'}"));
        shop.lifecycle().changeScopes(List.of("read_inventory"));

        JsonNode answer = app.graphql("query($id: ID!) { product(id: $id) { id } }", VARIABLES)
                .json();

        assertThat(answer.at("/data/product").isNull()).isTrue();
        assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("ACCESS_DENIED");
        assertThat(answer.at("/errors/0/path/0").asText()).isEqualTo("product");
    }

    @Test
    void shopAndInstallationAreShown() throws Exception {
        JsonNode data = app.graphql(
                        "{ shop { id name myshopifyDomain currencyCode } currentAppInstallation { accessScopes { handle } } }")
                .json()
                .path("data");

        assertThat(data.at("/shop/id").asText()).isEqualTo("gid://shopify/Shop/" + shop.shopId());
        assertThat(data.at("/shop/myshopifyDomain").asText()).isEqualTo(Caller.SHOP);
        assertThat(data.findValuesAsText("handle"))
                .containsExactly("read_inventory", "read_locations", "read_products");
    }
}
