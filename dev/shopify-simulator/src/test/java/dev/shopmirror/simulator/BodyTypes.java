package dev.shopmirror.simulator;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;

/** The fields of a body and their JSON types, to be held against Shopify's. */
public final class BodyTypes {

    private BodyTypes() {}

    /** Field to {@code string}, {@code timestamp}, {@code integer}, {@code boolean}, {@code array}, {@code null}, … */
    public static Map<String, String> of(JsonNode body) {
        Map<String, String> types = new TreeMap<>();
        body.properties().forEach(field -> types.put(field.getKey(), type(field.getValue())));
        return types;
    }

    /** Expected types, written {@code id:integer name:string}. */
    public static Map<String, String> expected(String fields) {
        Map<String, String> types = new TreeMap<>();
        for (String field : fields.strip().split("\\s+", -1)) {
            int colon = field.indexOf(':');
            types.put(field.substring(0, colon), field.substring(colon + 1));
        }
        return types;
    }

    private static String type(JsonNode value) {
        if (value.isTextual()
                && value.textValue().matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[-+]\\d\\d:\\d\\d")) {
            return "timestamp";
        }
        return value.isIntegralNumber() ? "integer" : value.getNodeType().name().toLowerCase(Locale.ROOT);
    }
}
