package dev.shopmirror.system.mirror;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.shopmirror.simulator.shop.Shop;

/** Products and variants as webhooks can tell of them: Shopify sends the 100 variants that were updated last. */
final class ProductTruth {

    private static final int SENT_VARIANTS = 100;

    private ProductTruth() {}

    static List<TruthRow> products(Shop shop) {
        return shop.products().stream()
                .map(product -> TruthRow.whole(product)
                        .with("incomplete", product.path("variants").size() > SENT_VARIANTS))
                .toList();
    }

    static List<TruthRow> variants(Shop shop) {
        return shop.products().stream()
                .flatMap(product -> variants(product).stream())
                .toList();
    }

    private static List<TruthRow> variants(ObjectNode product) {
        List<ObjectNode> newestFirst = new ArrayList<>();
        product.path("variants").forEach(variant -> newestFirst.add((ObjectNode) variant));
        newestFirst.sort(Comparator.comparing(ProductTruth::updatedAt).reversed());
        List<TruthRow> rows = new ArrayList<>();
        for (ObjectNode variant : newestFirst) {
            rows.add(
                    rows.size() < SENT_VARIANTS
                            ? TruthRow.whole(variant)
                            : TruthRow.maybe(variant.deepCopy().retain("id", "product_id", "admin_graphql_api_id")));
        }
        return rows;
    }

    private static OffsetDateTime updatedAt(ObjectNode variant) {
        return OffsetDateTime.parse(variant.get("updated_at").textValue());
    }
}
