package dev.shopmirror.localstack.runlocal;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

/** What {@code --check} verifies, beyond that everything started. */
final class Check {

    private final URI ingest;
    private final DemoCatalogue catalogue;
    private final Mirror mirror;

    Check(URI ingest, DemoCatalogue catalogue, Mirror mirror) {
        this.ingest = ingest;
        this.catalogue = catalogue;
        this.mirror = mirror;
    }

    /** The rows are what the simulator holds, digit for digit. */
    void rowsEqualTruth() throws Exception {
        Map<Long, Mirror.Product> rows =
                mirror.products().stream().collect(Collectors.toMap(Mirror.Product::id, row -> row));
        for (int i = 0; i < DemoCatalogue.PRODUCTS.size(); i++) {
            JsonNode truth = catalogue.product(DemoCatalogue.PRODUCTS.get(i));
            Mirror.Product row = rows.get(DemoCatalogue.PRODUCTS.get(i));
            if (row == null) {
                throw new IllegalStateException("Check failed: there is no row of " + truth.path("id"));
            }
            require(row.title().equals(truth.path("title").asText()), "title: " + row);
            require(row.prices().equals(prices(truth)), "prices: " + row);
            require(Integer.valueOf(DemoCatalogue.stock(i)).equals(row.available()), "stock: " + row);
        }
    }

    void signedWebhookBecomesARow(SignedWebhook webhook) throws Exception {
        Json.Answer answer =
                new Json(without(webhook.headers(), "Content-Type")).send("POST", endpoint(), webhook.body());
        require(answer.status() == 200, "a signed webhook was answered " + answer.status());
        require(
                answer.body().path("message").asText().equals("Webhook queued"),
                "a signed webhook was answered " + answer.body());
        mirror.await("the signed webhook's row", rows -> rows.stream()
                .anyMatch(
                        row -> row.id() == SignedWebhook.PRODUCT && row.title().equals(webhook.title())));
    }

    void unsignedWebhookIsRefused(SignedWebhook webhook) throws Exception {
        Map<String, String> headers = new LinkedHashMap<>(without(webhook.headers(), "Content-Type"));
        headers.put("X-Shopify-Hmac-Sha256", "fake-hmac");
        Json.Answer answer = new Json(headers).send("POST", endpoint(), webhook.body());
        require(answer.status() == 401, "a forged webhook was answered " + answer.status());
        require(
                answer.body().path("title").asText().equals("Invalid HMAC signature"),
                "a forged webhook was answered " + answer.body());
    }

    void deletedProductIsGone() throws Exception {
        long deleted = DemoCatalogue.PRODUCTS.get(0);
        catalogue.delete(deleted);
        mirror.await("the deleted product's row to go", rows -> rows.stream().noneMatch(row -> row.id() == deleted));
    }

    private URI endpoint() {
        return ingest.resolve(SignedWebhook.PATH);
    }

    private static List<String> prices(JsonNode product) {
        List<String> prices = new ArrayList<>();
        product.path("variants")
                .forEach(variant -> prices.add(variant.path("price").asText()));
        return prices;
    }

    private static Map<String, String> without(Map<String, String> headers, String name) {
        Map<String, String> rest = new LinkedHashMap<>(headers);
        rest.remove(name);
        return rest;
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("Check failed: " + what);
        }
    }
}
