package dev.shopmirror.simulator.resource;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.shopmirror.simulator.json.InvalidBody;

/** Which known field may hold what. Unknown fields pass: Shopify adds some every quarter. */
public record Shape(Map<String, Rule> rules) {

    /**
     * Checks what is there; nothing is required.
     *
     * @param path what to put before a field's name in the message, {@code variants[0].} or empty
     * @throws InvalidBody at the first field that cannot be used
     */
    public void check(String path, ObjectNode body) {
        for (Map.Entry<String, JsonNode> field : body.properties()) {
            Rule rule = rules.getOrDefault(field.getKey(), Rule.ANYTHING);
            if (!rule.allows().test(field.getValue())) {
                throw new InvalidBody(path + field.getKey() + " must be " + rule.words());
            }
        }
    }

    /** As {@link #check}, for each object of a list; an absent list passes. */
    public void checkEach(String list, ObjectNode body) {
        int index = 0;
        for (JsonNode element : body.path(list)) {
            check(list + '[' + index++ + "].", (ObjectNode) element);
        }
    }
}
