package dev.shopmirror.simulator.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.Headers;

import dev.shopmirror.simulator.json.InvalidBody;
import dev.shopmirror.simulator.json.Json;

/**
 * A request, read whole.
 *
 * @param method upper case
 * @param path decoded segments, without empty ones
 * @param query decoded; of a repeated name the last value
 */
public record Request(String method, List<String> path, Map<String, String> query, Headers headers, Body body) {

    /** The first value of a header, whatever the case of its name. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.getFirst(name));
    }

    /** A query parameter. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name));
    }

    /**
     * The body as a JSON object.
     *
     * @throws InvalidBody when it is none
     */
    public ObjectNode object() {
        return Json.readObject(body.bytes());
    }

    /** The body as text. */
    public String text() {
        return new String(body.bytes(), StandardCharsets.UTF_8);
    }

    /** {@link #object}, or an empty object when there is no body. */
    public ObjectNode objectOrNothing() {
        return body.isEmpty() ? Json.NODES.objectNode() : object();
    }

    /** Whether the method is this one and the path has this many segments. */
    public boolean is(String wantedMethod, int segments) {
        return method.equals(wantedMethod) && path.size() == segments;
    }
}
