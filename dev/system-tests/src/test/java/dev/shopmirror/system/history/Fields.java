package dev.shopmirror.system.history;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Partial bodies: some fields, with values that Shopify could send. */
final class Fields {

    private Fields() {}

    static Arbitrary<ObjectNode> ofProduct() {
        return some(Map.ofEntries(
                Map.entry("title", Values.text()),
                Map.entry("handle", Values.handle()),
                Map.entry("vendor", Values.text()),
                Map.entry("product_type", Values.text()),
                Map.entry("status", Values.oneOf("active", "archived", "draft", "unlisted")),
                Map.entry("tags", Values.tags()),
                Map.entry("body_html", Values.orNull(Values.text())),
                Map.entry("template_suffix", Values.orNull(Values.text())),
                Map.entry("published_scope", Values.oneOf("web", "global")),
                Map.entry("published_at", Values.orNull(Values.time())),
                Map.entry("created_at", Values.orNull(Values.time())),
                Map.entry("category", Values.orNull(Values.category())),
                Map.entry("has_variants_that_requires_components", Values.flag()),
                Map.entry("options", Values.options()),
                Map.entry("images", Values.images()),
                Map.entry("field_of_next_year", Values.text())));
    }

    static Arbitrary<ObjectNode> ofVariant() {
        return some(Map.ofEntries(
                Map.entry("price", Values.money()),
                Map.entry("compare_at_price", Values.orNull(Values.money())),
                Map.entry("sku", Values.orNull(Values.text())),
                Map.entry("barcode", Values.orNull(Values.text())),
                Map.entry("title", Values.text()),
                Map.entry("option1", Values.shortText()),
                Map.entry("option2", Values.orNull(Values.shortText())),
                Map.entry("option3", Values.orNull(Values.shortText())),
                Map.entry("inventory_policy", Values.oneOf("deny", "continue")),
                Map.entry("inventory_quantity", Values.quantity()),
                Map.entry("old_inventory_quantity", Values.quantity()),
                Map.entry("taxable", Values.flag()),
                Map.entry("image_id", Values.orNull(Values.id())),
                Map.entry("inventory_item_id", Values.orNull(Values.id())),
                Map.entry("position", Arbitraries.integers().between(1, 9).map(JsonNodeFactory.instance::numberNode))));
    }

    static Arbitrary<ObjectNode> ofItem() {
        return some(Map.of(
                "sku", Values.orNull(Values.text()),
                "cost", Values.orNull(Values.money()),
                "tracked", Values.flag(),
                "requires_shipping", Values.flag(),
                "country_code_of_origin", Values.orNull(Values.oneOf("PT", "CA")),
                "province_code_of_origin", Values.orNull(Values.oneOf("ON", "QC")),
                "harmonized_system_code", Values.orNull(Values.oneOf("691110", "")),
                "country_harmonized_system_codes", Values.customsCodes(),
                "weight_value", Values.weight(),
                "weight_unit", Values.oneOf("g", "kg", "lb", "oz")));
    }

    static Arbitrary<ObjectNode> ofLocation() {
        return some(Map.ofEntries(
                Map.entry("name", Values.text()),
                Map.entry("address1", Values.orNull(Values.text())),
                Map.entry("address2", Values.orNull(Values.text())),
                Map.entry("city", Values.orNull(Values.text())),
                Map.entry("zip", Values.orNull(Values.text())),
                Map.entry("province", Values.orNull(Values.text())),
                Map.entry("province_code", Values.orNull(Values.shortText())),
                Map.entry("country", Values.orNull(Values.shortText())),
                Map.entry("country_name", Values.orNull(Values.text())),
                Map.entry("country_code", Values.orNull(Values.oneOf("PT", "CA"))),
                Map.entry("phone", Values.orNull(Values.text())),
                Map.entry("legacy", Values.flag()),
                Map.entry("active", Values.flag())));
    }

    private static Arbitrary<ObjectNode> some(Map<String, Arbitrary<? extends JsonNode>> known) {
        List<Arbitrary<Map.Entry<String, JsonNode>>> each = known.entrySet().stream()
                .sorted(Map.Entry.comparingByKey()) // the same choices for the same seed
                .map(field -> field.getValue().map(value -> Map.entry(field.getKey(), (JsonNode) value)))
                .toList();
        return Arbitraries.oneOf(each).list().ofMaxSize(5).map(Fields::object);
    }

    private static ObjectNode object(List<Map.Entry<String, JsonNode>> fields) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        fields.forEach(field -> object.set(field.getKey(), field.getValue()));
        return object;
    }
}
