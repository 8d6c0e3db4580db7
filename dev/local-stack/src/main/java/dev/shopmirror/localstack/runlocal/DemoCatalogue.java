package dev.shopmirror.localstack.runlocal;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/** The demo's merchant: changes products and stock at the simulator, which delivers the webhooks. */
final class DemoCatalogue {

    static final List<Long> PRODUCTS = List.of(788032119674292922L, 788032119674292923L, 788032119674292924L);

    private static final String PRODUCT = """
            {"title":"%s","vendor":"Kiln & Co","product_type":"Tableware","status":"active","tags":"ceramic, demo",
             "body_html":"<p>%s</p>","options":[{"name":"Size","values":["Small","Large"]}],
             "variants":[{"id":%d,"title":"Small","option1":"Small","price":"19.99","inventory_item_id":%d},
                         {"id":%d,"title":"Large","option1":"Large","price":"25","inventory_item_id":%d}]}""";

    private final URI control;
    private final Json json = new Json(Map.of());

    DemoCatalogue(String simulatorUrl) {
        this.control = URI.create(simulatorUrl + "/_control/" + DemoStore.DOMAIN + "/");
    }

    void fill() throws IOException, InterruptedException {
        List<String> titles = List.of("Stoneware mug", "Stoneware bowl", "Stoneware plate");
        for (int i = 0; i < titles.size(); i++) {
            long variant = 642667041472713922L + 10L * i;
            String body = PRODUCT.formatted(titles.get(i), titles.get(i), variant, item(i, 0), variant + 1, item(i, 1));
            json.expectSuccess("PUT", control.resolve("products/" + PRODUCTS.get(i)), body);
            json.expectSuccess(
                    "PUT",
                    control.resolve("inventory-levels"),
                    "{\"inventory_item_id\":%d,\"location_id\":24826418,\"available\":%d}"
                            .formatted(item(i, 0), stock(i)));
        }
    }

    void delete(long productId) throws IOException, InterruptedException {
        json.expectSuccess("DELETE", control.resolve("products/" + productId), null);
    }

    /** The simulator's truth of a product. */
    JsonNode product(long productId) throws IOException, InterruptedException {
        return json.expectSuccess("GET", control.resolve("products/" + productId), null)
                .path("product");
    }

    /** Units of a product's first variant. */
    static int stock(int product) {
        return 10 + product;
    }

    private static long item(int product, int variant) {
        return 271878346596884015L + 10L * product + variant;
    }
}
