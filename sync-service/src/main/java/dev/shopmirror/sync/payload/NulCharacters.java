package dev.shopmirror.sync.payload;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** U+0000 is legal in JSON and refused by PostgreSQL, in text as in jsonb. It carries no meaning, so it is removed. */
final class NulCharacters {

    private static final String NUL = "\u0000";

    private NulCharacters() {}

    /** @param bytes the body's source, which shows cheaply whether there is anything to remove */
    static JsonNode removed(byte[] bytes, JsonNode body) {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains("\\u0000") ? removed(body) : body;
    }

    private static JsonNode removed(JsonNode node) {
        if (node instanceof TextNode text) {
            return TextNode.valueOf(without(text.textValue()));
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = array.arrayNode(array.size());
            array.forEach(element -> copy.add(removed(element)));
            return copy;
        }
        if (node instanceof ObjectNode object) {
            ObjectNode copy = object.objectNode();
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                copy.set(without(field.getKey()), removed(field.getValue()));
            }
            return copy;
        }
        return node;
    }

    private static String without(String text) {
        return text.replace(NUL, "");
    }
}
