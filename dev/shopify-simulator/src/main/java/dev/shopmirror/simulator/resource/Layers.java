package dev.shopmirror.simulator.resource;

import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import dev.shopmirror.simulator.json.Json;

/**
 * What a caller gave, above what was there before. A given {@code null} counts as given.
 *
 * @param before null for a new resource
 */
public record Layers(ObjectNode given, @Nullable ObjectNode before) {

    /** The given value, else the earlier one, else the default. */
    public JsonNode pick(String field, Supplier<JsonNode> otherwise) {
        if (given.has(field)) {
            return given.get(field);
        }
        return before != null && before.has(field) ? before.get(field) : otherwise.get();
    }

    /** {@link #pick} with a text as default, null for JSON's null. */
    public JsonNode text(String field, @Nullable String otherwise) {
        return pick(field, () -> otherwise == null ? Json.NODES.nullNode() : Json.NODES.textNode(otherwise));
    }

    /** The given value, else the new one, whatever was there before. */
    public JsonNode renew(String field, Supplier<JsonNode> otherwise) {
        return given.has(field) ? given.get(field) : otherwise.get();
    }

    /** The resource's id: given, earlier, or a new one. */
    public long id(IdSequence ids) {
        return pick("id", () -> Json.NODES.numberNode(ids.next())).longValue();
    }

    /** Adds the fields that the target does not know, so that a field of next year can be simulated today. */
    public ObjectNode withUnknownFields(ObjectNode target) {
        for (ObjectNode layer : before == null ? new ObjectNode[] {given} : new ObjectNode[] {given, before}) {
            layer.properties().forEach(field -> target.putIfAbsent(field.getKey(), field.getValue()));
        }
        return target;
    }
}
