package dev.shopmirror.system.history;

import java.math.BigDecimal;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** JSON values as Shopify's fields hold them. */
final class Values {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Values() {}

    /** Everything that escaping, encodings and SQL stumble over; U+0000 too, which PostgreSQL cannot hold. */
    static Arbitrary<JsonNode> text() {
        Arbitrary<String> drawn = Arbitraries.strings()
                .withChars("aZ09 -_'\"\\/<>&{},;%$\n\täß漢\u2028\u0000")
                .ofMaxLength(12);
        return Arbitraries.oneOf(drawn, words("", "null", "Tripod", "Café \uD83E\uDD55 & <b>mug</b>", "{}", "\\u0000"))
                .map(NODES::textNode);
    }

    static Arbitrary<JsonNode> shortText() {
        return words("Small", "Größe L", "a/b", "x").map(NODES::textNode);
    }

    static Arbitrary<JsonNode> handle() {
        return words("tripod", "tripod-1", "mug", "cafe-au-lait").map(NODES::textNode);
    }

    static Arbitrary<JsonNode> money() {
        return words("0.00", "19.99", "25", "1000.00", "0.001", "99999999999.95", "1.10")
                .map(NODES::textNode);
    }

    static Arbitrary<JsonNode> time() {
        return words(
                        "2021-12-31T19:00:00-05:00",
                        "2025-08-22T06:27:38+05:30",
                        "1999-01-01T00:00:00Z",
                        "2024-02-29T23:59:59-11:00")
                .map(NODES::textNode);
    }

    static Arbitrary<JsonNode> quantity() {
        return Arbitraries.oneOf(
                        Arbitraries.integers().between(-5, 200),
                        Arbitraries.of(Integer.MIN_VALUE, Integer.MAX_VALUE, -1, 0))
                .map(NODES::numberNode);
    }

    static Arbitrary<JsonNode> id() {
        return Arbitraries.longs().between(1, Long.MAX_VALUE).map(NODES::numberNode);
    }

    static Arbitrary<JsonNode> flag() {
        return Arbitraries.of(true, false).map(NODES::booleanNode);
    }

    static Arbitrary<JsonNode> oneOf(String... values) {
        return words(values).map(NODES::textNode);
    }

    static Arbitrary<JsonNode> tags() {
        return words("summer", "mens", "50% off", "l'été", "a;b", "{x}", "NULL", "\"quoted\"")
                .list()
                .ofMaxSize(4)
                .uniqueElements()
                .map(tags -> NODES.textNode(String.join(", ", tags)));
    }

    static Arbitrary<JsonNode> category() {
        return words("Tripods", "Cameras & Optics > Tripods", "").map(name -> NODES.objectNode()
                .put("admin_graphql_api_id", "gid://shopify/TaxonomyCategory/co-1-7-6")
                .put("name", name)
                .put("full_name", "Cameras & Optics > " + name));
    }

    static Arbitrary<JsonNode> options() {
        return shortText().list().ofMinSize(1).ofMaxSize(3).map(names -> list(names, "name"));
    }

    static Arbitrary<JsonNode> images() {
        return orNull(shortText()).list().ofMaxSize(3).map(alts -> list(alts, "alt"));
    }

    static Arbitrary<JsonNode> customsCodes() {
        return oneOf("691110", "691200").list().ofMaxSize(2).map(codes -> list(codes, "harmonized_system_code"));
    }

    static Arbitrary<JsonNode> weight() {
        return words("0.0", "0.35", "12", "100.50").map(value -> NODES.numberNode(new BigDecimal(value)));
    }

    static Arbitrary<JsonNode> orNull(Arbitrary<JsonNode> values) {
        return Arbitraries.frequencyOf(tuple(3, values), tuple(1, Arbitraries.just(NODES.nullNode())));
    }

    private static Tuple.Tuple2<Integer, Arbitrary<? extends JsonNode>> tuple(
            int weight, Arbitrary<? extends JsonNode> values) {
        return Tuple.of(weight, values);
    }

    private static JsonNode list(List<? extends JsonNode> values, String field) {
        ArrayNode list = NODES.arrayNode();
        values.forEach(value -> list.add((ObjectNode) NODES.objectNode().set(field, value)));
        return list;
    }

    private static Arbitrary<String> words(String... words) {
        return Arbitraries.of(words);
    }
}
