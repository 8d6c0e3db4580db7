package dev.shopmirror.sync.payload;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** U+0000 is legal in JSON and refused by PostgreSQL, in text as in jsonb. It carries no meaning, so it is removed. */
final class NulCharacters {

    private static final String NUL = "\u0000";

    private NulCharacters() {}

    /** The body's bytes do not tell: UTF-16 spells the escape otherwise, and C0 80 is taken for U+0000 too. */
    static boolean standIn(JsonNode node) {
        for (JsonNode child : node) {
            if (standIn(child)) {
                return true;
            }
        }
        return node instanceof ObjectNode object
                ? object.properties().stream().anyMatch(field -> field.getKey().contains(NUL))
                : node instanceof TextNode text && text.textValue().contains(NUL);
    }

    static JsonNode removed(JsonNode node) {
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
