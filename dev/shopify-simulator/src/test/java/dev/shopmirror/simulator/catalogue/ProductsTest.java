package dev.shopmirror.simulator.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.shopmirror.simulator.json.InvalidBody;
import dev.shopmirror.simulator.json.Json;
import dev.shopmirror.simulator.resource.IdSequence;
import dev.shopmirror.simulator.resource.Moment;

class ProductsTest {

    private static final long ID = 788032119674292922L;
    private static final Moment FIRST = moment("2026-11-23T17:00:05.123456Z");
    private static final Moment LATER = moment("2026-11-23T17:00:09.999999Z");

    private final Products products = new Products(new IdSequence(FIRST.instant()), "acme");

    @Test
    void whatIsLeftOutIsFilledAsShopifyDoes() {
        ObjectNode product = products.put(ID, json("{'title':'Café au lait'}"), FIRST);

        assertThat(names(product))
                .containsExactly(
                        "admin_graphql_api_id",
                        "body_html",
                        "created_at",
                        "handle",
                        "id",
                        "product_type",
                        "published_at",
                        "template_suffix",
                        "title",
                        "updated_at",
                        "vendor",
                        "status",
                        "published_scope",
                        "tags",
                        "variants",
                        "options",
                        "images",
                        "image",
                        "media",
                        "variant_gids",
                        "has_variants_that_requires_components",
                        "category");
        assertThat(product.path("admin_graphql_api_id").asText()).isEqualTo("gid://shopify/Product/788032119674292922");
        assertThat(product.path("handle").asText()).isEqualTo("cafe-au-lait");
        assertThat(product.path("updated_at").asText()).isEqualTo("2026-11-23T12:00:05-05:00");
        assertThat(product.path("published_at").asText()).isEqualTo("2026-11-23T12:00:05-05:00");
        assertThat(product.path("status").asText()).isEqualTo("active");
        assertThat(product.path("vendor").asText()).isEqualTo("acme");
        assertThat(product.path("image").isNull()).isTrue();
        assertThat(product.at("/options/0/values/0").asText()).isEqualTo("Default Title");
        assertThat(names(product.at("/variants/0")))
                .containsExactly(
                        "admin_graphql_api_id",
                        "barcode",
                        "compare_at_price",
                        "created_at",
                        "id",
                        "inventory_policy",
                        "position",
                        "price",
                        "product_id",
                        "sku",
                        "taxable",
                        "title",
                        "updated_at",
                        "option1",
                        "option2",
                        "option3",
                        "image_id",
                        "inventory_item_id",
                        "inventory_quantity",
                        "old_inventory_quantity");
        assertThat(product.at("/variants/0/id").longValue()).isGreaterThan(1L << 53);
    }

    @Test
    void idsPricesAndUnknownFieldsSurviveDigitForDigit() {
        ObjectNode product = products.put(
                ID,
                json("{'next_year':{'x':1.50},'variants':[{'id':642667041472713922,'price':'19.99',"
                        + "'inventory_item_id':271878346596884015},{'price':'25','option1':'L'}]}"),
                FIRST);

        assertThat(product.at("/variants/0/id").asText()).isEqualTo("642667041472713922");
        assertThat(product.at("/variants/0/product_id").asText()).isEqualTo("788032119674292922");
        assertThat(product.at("/variants/0/inventory_item_id").asText()).isEqualTo("271878346596884015");
        assertThat(product.at("/variants/0/price").textValue()).isEqualTo("19.99");
        assertThat(product.at("/variants/1/price").textValue()).isEqualTo("25");
        assertThat(product.path("next_year").toString()).isEqualTo("{\"x\":1.50}");
        assertThat(products.webhookBody(product, "2026-10").path("next_year")).isEqualTo(product.path("next_year"));
    }

    @Test
    void partialBodyChangesOnlyWhatItNames() {
        ObjectNode before = products.put(ID, json("{'title':'Mug','body_html':'<p>x</p>','tags':'a, b'}"), FIRST);
        ObjectNode after = products.put(ID, json("{'title':'Cup','body_html':null}"), LATER);

        assertThat(after.path("title").asText()).isEqualTo("Cup");
        assertThat(after.path("body_html").isNull()).isTrue();
        assertThat(after.path("tags").asText()).isEqualTo("a, b");
        assertThat(after.path("handle").asText()).isEqualTo("mug");
        assertThat(after.path("created_at")).isEqualTo(before.path("created_at"));
        assertThat(after.path("updated_at").asText()).isEqualTo("2026-11-23T12:00:09-05:00");
        assertThat(after.path("variants")).isEqualTo(before.path("variants"));
    }

    @Test
    void variantsMeetByIdAndThoseNotGivenAreGone() {
        products.put(
                ID,
                json("{'variants':[{'id':1,'option1':'S','sku':'s'},{'id':2,'option1':'M'},{'id':3,'option1':'L'}]}"),
                FIRST);

        ObjectNode after =
                products.put(ID, json("{'variants':[{'id':3},{'id':1,'price':'5.00'},{'option1':'XL'}]}"), LATER);

        assertThat(after.path("variants").findValuesAsText("option1")).containsExactly("L", "S", "XL");
        assertThat(after.at("/variants/1/sku").asText()).isEqualTo("s");
        assertThat(after.at("/options/0/values").toString()).isEqualTo("[\"L\",\"S\",\"XL\"]");
        assertThat(after.path("variant_gids")).hasSize(3);
        assertThat(after.path("variant_gids").findValuesAsText("admin_graphql_api_id"))
                .doesNotContain("gid://shopify/ProductVariant/2");
    }

    @Test
    void onlyChangedVariantsGetANewTime() {
        products.put(ID, json("{'variants':[{'id':1,'option1':'S'},{'id':2,'option1':'M'}]}"), FIRST);

        ObjectNode after = products.put(ID, json("{'variants':[{'id':1},{'id':2,'price':'5.00'}]}"), LATER);

        assertThat(after.at("/variants/0/updated_at").asText()).isEqualTo("2026-11-23T12:00:05-05:00");
        assertThat(after.at("/variants/1/updated_at").asText()).isEqualTo("2026-11-23T12:00:09-05:00");
        assertThat(after.path("variant_gids").toString())
                .isEqualTo(
                        "[{\"admin_graphql_api_id\":\"gid://shopify/ProductVariant/2\",\"updated_at\":\"2026-11-23T17:00:09.000Z\"},"
                                + "{\"admin_graphql_api_id\":\"gid://shopify/ProductVariant/1\",\"updated_at\":\"2026-11-23T17:00:05.000Z\"}]");
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 250, 2048})
    void webhookOrdersVariantsByTheirTimeAndShowsTheFirstHundred(int count) {
        String shuffledTimes = IntStream.rangeClosed(1, count)
                .mapToObj(number -> "{'id':%d,'option1':'v%d','updated_at':'%s'}"
                        .formatted(number, number, updatedAt(number * 7919L % count)))
                .collect(Collectors.joining(","));

        ObjectNode body =
                products.webhookBody(products.put(ID, json("{'variants':[" + shuffledTimes + "]}"), LATER), "2026-10");

        List<String> newestFirst = IntStream.rangeClosed(1, count)
                .boxed()
                .sorted(Comparator.comparing((Integer number) -> number * 7919L % count)
                        .reversed())
                .map(number -> "gid://shopify/ProductVariant/" + number)
                .toList();
        assertThat(body.path("variant_gids").findValuesAsText("admin_graphql_api_id"))
                .isEqualTo(newestFirst);
        assertThat(body.path("variants").findValuesAsText("admin_graphql_api_id"))
                .isEqualTo(newestFirst.subList(0, 100));
    }

    @ParameterizedTest
    @ValueSource(ints = {99, 100, 101, 250, 2048})
    void webhookShowsAtMostAHundredVariantsAndAllGids(int count) {
        ObjectNode product = products.put(ID, json("{'variants':[" + variants(count) + "]}"), FIRST);

        ObjectNode body = products.webhookBody(product, "2026-10");

        assertThat(product.path("variants")).hasSize(count);
        assertThat(body.path("variants")).hasSize(Math.min(count, 100));
        assertThat(body.path("variant_gids")).hasSize(count);
    }

    @Test
    void webhookShowsVariantsUpdatedLastFirst() {
        products.put(ID, json("{'variants':[" + variants(150) + "]}"), FIRST);
        String changed = variants(150).replace("{'id':140,", "{'price':'1.00','id':140,");

        ObjectNode body =
                products.webhookBody(products.put(ID, json("{'variants':[" + changed + "]}"), LATER), "2026-10");

        assertThat(body.at("/variants/0/id").asInt()).isEqualTo(140);
        assertThat(body.at("/variants/1/id").asInt()).isEqualTo(1);
        assertThat(body.at("/variant_gids/0/admin_graphql_api_id").asText()).endsWith("/140");
    }

    @Test
    void imagesBringMediaThatStayTheirs() {
        ObjectNode before =
                products.put(ID, json("{'images':[{'id':7,'src':'https://cdn.example.com/a.jpg'},{}]}"), FIRST);
        ObjectNode after = products.put(ID, json("{'images':[{'id':7,'alt':'front'}]}"), LATER);

        assertThat(before.path("media")).hasSize(2);
        assertThat(before.path("image")).isEqualTo(before.at("/images/0"));
        assertThat(after.at("/images/0/src").asText()).isEqualTo("https://cdn.example.com/a.jpg");
        assertThat(after.path("media")).hasSize(1);
        assertThat(after.at("/media/0/id")).isEqualTo(before.at("/media/0/id"));
        assertThat(after.at("/media/0/alt").asText()).isEqualTo("front");
        assertThat(after.at("/media/0/preview_image/src").asText()).isEqualTo("https://cdn.example.com/a.jpg");
    }

    @Test
    void handlesOfEqualTitlesDifferAndAreFreedByDelete() {
        products.put(1, json("{'title':'Mug'}"), FIRST);

        assertThat(products.put(2, json("{'title':'Mug'}"), FIRST)
                        .path("handle")
                        .asText())
                .isEqualTo("mug-1");
        assertThat(products.delete(1)).isTrue();
        assertThat(products.put(3, json("{'title':'Mug'}"), FIRST)
                        .path("handle")
                        .asText())
                .isEqualTo("mug");
    }

    @Test
    void variantBelongsToOneProduct() {
        products.put(1, json("{'variants':[{'id':10}]}"), FIRST);

        assertThatExceptionOfType(InvalidBody.class)
                .isThrownBy(() -> products.put(2, json("{'variants':[{'id':10}]}"), FIRST))
                .withMessage("variants: id 10 belongs to product 1");
        assertThat(products.has(2)).isFalse();
    }

    @Test
    void truthCannotBeChangedThroughWhatItHandsOut() {
        products.put(1, json("{'title':'Mug'}"), FIRST).put("title", "changed");

        assertThat(products.get(1).orElseThrow().path("title").asText()).isEqualTo("Mug");
    }

    private static String updatedAt(long second) {
        return Instant.parse("2026-11-23T10:00:00Z").plusSeconds(second).toString();
    }

    private static String variants(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> "{'id':" + number + ",'option1':'v" + number + "'}")
                .collect(Collectors.joining(","));
    }

    private static List<String> names(JsonNode object) {
        Iterable<String> names = object::fieldNames;
        return StreamSupport.stream(names.spliterator(), false).toList();
    }

    private static ObjectNode json(String text) {
        return Json.readObject(text.replace('\'', '"').getBytes(UTF_8));
    }

    private static Moment moment(String instant) {
        return new Moment(Instant.parse(instant), ZoneOffset.ofHours(-5));
    }
}
