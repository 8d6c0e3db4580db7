package dev.shopmirror.simulator.json;

import java.io.IOException;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reads and builds JSON trees in which every number keeps its digits. */
public final class Json {

    /** Builds nodes. */
    public static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Json() {}

    /**
     * A body that must be one JSON object.
     *
     * @throws InvalidBody saying what it is instead
     */
    public static ObjectNode readObject(byte[] body) {
        JsonNode node = read(body);
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw new InvalidBody("the body must be a JSON object");
    }

    /** The elements of a text list as a JSON array. */
    public static ArrayNode texts(Iterable<String> values) {
        ArrayNode array = NODES.arrayNode();
        values.forEach(array::add);
        return array;
    }

    /** {@code {"name": value}}. */
    public static ObjectNode wrap(String name, JsonNode value) {
        ObjectNode object = NODES.objectNode();
        object.set(name, value);
        return object;
    }

    /** Objects, lists and values as Java has them. */
    public static Map<String, Object> map(ObjectNode object) {
        return MAPPER.convertValue(object, new TypeReference<Map<String, Object>>() {});
    }

    /** {@link #map} the other way. */
    public static ObjectNode tree(Map<String, ?> map) {
        return MAPPER.valueToTree(map);
    }

    /** UTF-8 bytes, compact, without Shopify's extra escapes. */
    public static byte[] write(JsonNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A JSON tree always has a text", e);
        }
    }

    private static JsonNode read(byte[] body) {
        if (body.length == 0) {
            throw new InvalidBody("the body is empty");
        }
        try {
            return MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw new InvalidBody("the body is not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new InvalidBody("the body cannot be read: " + e.getMessage());
        }
    }
}
