package dev.shopmirror.admin.completion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class ProductBodyTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void fieldsAreNamedAndTypedAsInAnEvent() throws IOException {
        assertThat(MAPPER.readTree(ProductBody.of(fetched()).toString())).isEqualTo(MAPPER.readTree("""
                {"id":788032119674292922,"admin_graphql_api_id":"gid://shopify/Product/788032119674292922",
                "title":"Tripod","body_html":"<p>Stands</p>","vendor":"Acme","product_type":"Stands","handle":"tripod",
                "status":"active","tags":"black, light","template_suffix":null,
                "created_at":"2026-01-01T00:00:00Z","updated_at":"2026-03-01T10:00:00Z","published_at":null,
                "has_variants_that_requires_components":false,
                "category":{"admin_graphql_api_id":"gid://shopify/TaxonomyCategory/co-1","name":"Stands",
                "full_name":"Cameras > Stands"},
                "options":[{"id":11,"product_id":788032119674292922,"name":"Colour","position":1,"values":["Red"]},
                {"id":12,"product_id":788032119674292922,"name":"Size","position":2,"values":["S"]}],
                "variants":[{"id":642667041472713922,"product_id":788032119674292922,
                "admin_graphql_api_id":"gid://shopify/ProductVariant/642667041472713922","title":"Red / S",
                "price":"19.99","compare_at_price":null,"sku":"T-1","barcode":null,"position":1,
                "inventory_policy":"deny","inventory_quantity":-3,"taxable":true,
                "inventory_item_id":271878346596884015,"image_id":null,
                "created_at":"2026-01-01T00:00:00Z","updated_at":"2026-02-01T00:00:00Z",
                "option1":"Red","option2":"S","option3":null}],
                "variant_gids":[{"admin_graphql_api_id":"gid://shopify/ProductVariant/642667041472713922",
                "updated_at":"2026-02-01T00:00:00Z"}]}"""));
    }

    @Test
    void imageHasTheNumberThatEventsNameItBy() throws IOException {
        assertThat(imageOf("{\"id\":\"gid://shopify/ProductImage/50385265951008\"}")
                        .path("image_id")
                        .asLong())
                .isEqualTo(50385265951008L);
    }

    @Test
    void imageUnderAnIdOfAnotherKindIsLeftAsItWas() throws IOException {
        assertThat(imageOf("{\"id\":\"gid://shopify/MediaImage/41462843343136\"}")
                        .has("image_id"))
                .isFalse();
        assertThat(imageOf("{\"id\":\"gid://shopify/ImageSource/41462843343136\"}")
                        .has("image_id"))
                .isFalse();
    }

    /** The variant, with such an image. */
    private static JsonNode imageOf(String image) throws IOException {
        ObjectNode variant = fetched().variants().get(0).deepCopy();
        variant.set("image", MAPPER.readTree(image));
        return ProductBody.of(new FetchedProduct(fetched().product(), List.of(variant)))
                .path("variants")
                .path(0);
    }

    private static FetchedProduct fetched() throws IOException {
        JsonNode product = MAPPER.readTree("""
                {"id":"gid://shopify/Product/788032119674292922","title":"Tripod","descriptionHtml":"<p>Stands</p>",
                "vendor":"Acme","productType":"Stands","handle":"tripod","status":"ACTIVE","tags":["black","light"],
                "templateSuffix":null,"createdAt":"2026-01-01T00:00:00Z","updatedAt":"2026-03-01T10:00:00Z",
                "publishedAt":null,"hasVariantsThatRequiresComponents":false,
                "category":{"id":"gid://shopify/TaxonomyCategory/co-1","name":"Stands","fullName":"Cameras > Stands"},
                "options":[{"id":"gid://shopify/ProductOption/11","name":"Colour","position":1,"values":["Red"]},
                {"id":"gid://shopify/ProductOption/12","name":"Size","position":2,"values":["S"]}]}""");
        JsonNode variant = MAPPER.readTree("""
                {"id":"gid://shopify/ProductVariant/642667041472713922","title":"Red / S","sku":"T-1","barcode":null,
                "price":"19.99","compareAtPrice":null,"position":1,"inventoryPolicy":"DENY","inventoryQuantity":-3,
                "taxable":true,"createdAt":"2026-01-01T00:00:00Z","updatedAt":"2026-02-01T00:00:00Z",
                "selectedOptions":[{"name":"Size","value":"S"},{"name":"Colour","value":"Red"}],
                "inventoryItem":{"id":"gid://shopify/InventoryItem/271878346596884015"},"image":null}""");
        return new FetchedProduct(product, List.of(variant));
    }
}
