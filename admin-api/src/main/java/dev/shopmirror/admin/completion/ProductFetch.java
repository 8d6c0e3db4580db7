package dev.shopmirror.admin.completion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;

import dev.shopmirror.admin.shopify.ShopAccess;
import dev.shopmirror.admin.shopify.ShopifyException;
import dev.shopmirror.admin.shopify.ShopifyException.Reason;
import dev.shopmirror.admin.shopify.graphql.GraphQlOperation;
import dev.shopmirror.admin.shopify.graphql.ShopifyGraphQl;

/** Reads a product with all of its variants, page by page, under the shop's limit. */
@ApplicationScoped
class ProductFetch {

    /** Of 100 variants: Shopify has 2,048 at most. */
    private static final int MAX_PAGES = 25;

    private static final GraphQlOperation QUERY = GraphQlOperation.repeatable("product-variants", 420, """
            query($id: ID!, $after: String) { product(id: $id) {
              id title handle vendor productType status tags descriptionHtml templateSuffix
              createdAt updatedAt publishedAt hasVariantsThatRequiresComponents
              category { id name fullName }
              options { id name position values }
              variants(first: 100, after: $after) {
                nodes {
                  id title sku barcode price compareAtPrice position inventoryPolicy inventoryQuantity taxable
                  createdAt updatedAt selectedOptions { name value } inventoryItem { id } image { id } }
                pageInfo { hasNextPage endCursor } } } }""");

    private final ShopifyGraphQl graphQl;
    private final ObjectMapper mapper;

    ProductFetch(ShopifyGraphQl graphQl, ObjectMapper mapper) {
        this.graphQl = graphQl;
        this.mapper = mapper;
    }

    /** Empty when the shop has no such product. */
    Uni<Optional<FetchedProduct>> fetch(ShopAccess shop, long productId) {
        ObjectNode variables = mapper.createObjectNode().put("id", "gid://shopify/Product/" + productId);
        return graphQl.data(shop, QUERY, variables)
                .map(data -> data.path("product"))
                .flatMap(first -> first.isObject()
                        ? rest(shop, variables, first, variantsOf(first), 1).map(Optional::of)
                        : Uni.createFrom().item(Optional.<FetchedProduct>empty()));
    }

    private Uni<FetchedProduct> rest(
            ShopAccess shop, ObjectNode variables, JsonNode page, List<JsonNode> variants, int pages) {
        JsonNode pageInfo = page.path("variants").path("pageInfo");
        if (!pageInfo.path("hasNextPage").asBoolean()) {
            return Uni.createFrom().item(new FetchedProduct(page, variants));
        }
        if (pages == MAX_PAGES) {
            return Uni.createFrom()
                    .failure(unexpected("The product has more than " + MAX_PAGES + " pages of variants"));
        }
        ObjectNode next =
                variables.deepCopy().put("after", pageInfo.path("endCursor").asText());
        return graphQl.data(shop, QUERY, next).map(data -> data.path("product")).flatMap(following -> {
            requireSameState(page, following);
            variants.addAll(variantsOf(following));
            return rest(shop, variables, following, variants, pages + 1);
        });
    }

    /** Pages of two states would make a product that never was. */
    private static void requireSameState(JsonNode page, JsonNode following) {
        if (!page.path("updatedAt").equals(following.path("updatedAt"))) {
            throw unexpected("The product changed while its variants were read");
        }
    }

    private static List<JsonNode> variantsOf(JsonNode product) {
        List<JsonNode> variants = new ArrayList<>();
        product.path("variants").path("nodes").forEach(variants::add);
        return variants;
    }

    private static ShopifyException unexpected(String what) {
        return new ShopifyException(Reason.UNEXPECTED_ANSWER, what, null);
    }
}
