package dev.shopmirror.simulator.http;

import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A JSON answer.
 *
 * @param headers beside {@code Content-Type} and {@code Content-Length}
 */
public record Response(int status, JsonNode body, Map<String, String> headers) {

    /** An answer without headers of its own. */
    public static Response of(int status, JsonNode body) {
        return new Response(status, body, Map.of());
    }

    /** The same answer with one header more. */
    public Response with(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new Response(status, body, Map.copyOf(more));
    }
}
