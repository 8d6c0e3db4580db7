package dev.shopmirror.simulator.admin.graphql.node;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import dev.shopmirror.simulator.resource.Gid;
import dev.shopmirror.simulator.resource.Moment;

/** A GraphQL object made of a REST one: other names, other spellings, the same values. */
final class Node {

    private final JsonNode rest;
    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

    private Node(JsonNode rest) {
        this.rest = rest;
    }

    static Node of(JsonNode rest) {
        return new Node(rest);
    }

    /** {@code id} as gid, and {@code legacyResourceId}. */
    Node ids(String type) {
        fields.put("id", Gid.of(type, rest.path("id").longValue()));
        fields.put("legacyResourceId", rest.path("id").asText());
        return this;
    }

    Node put(String field, @Nullable Object value) {
        fields.put(field, value);
        return this;
    }

    Node text(String field, String restField) {
        return put(field, rest.path(restField).textValue());
    }

    /** REST writes it small, GraphQL in capitals. */
    Node choice(String field, String restField) {
        return put(field, rest.path(restField).asText().toUpperCase(Locale.ROOT));
    }

    Node number(String field, String restField) {
        JsonNode value = rest.path(restField);
        return put(field, value.isIntegralNumber() ? value.intValue() : null);
    }

    Node truth(String field, String restField) {
        return put(field, rest.path(restField).booleanValue());
    }

    /** REST tells the shop's time, GraphQL UTC. */
    Node time(String field, String restField) {
        JsonNode value = rest.path(restField);
        return put(field, value.isTextual() ? Moment.parse(value).toString() : null);
    }

    Map<String, @Nullable Object> fields() {
        return fields;
    }
}
