package dev.shopmirror.simulator.http;

import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;

import dev.shopmirror.simulator.json.Json;

/**
 * A JSON answer, or none.
 *
 * @param headers beside {@code Content-Type} and {@code Content-Length}
 * @param manner whether it is sent at all
 */
public record Response(int status, JsonNode body, Map<String, String> headers, Manner manner) {

    /** What becomes of the connection. */
    public enum Manner {
        /** The answer is sent. */
        ANSWERED,
        /** Nothing is sent, and the connection stays open. */
        SILENT,
        /** Nothing is sent, and the connection is closed. */
        CUT
    }

    /** An answer without headers of its own. */
    public static Response of(int status, JsonNode body) {
        return new Response(status, body, Map.of(), Manner.ANSWERED);
    }

    /** No answer. */
    public static Response none(Manner manner) {
        return new Response(0, Json.NODES.nullNode(), Map.of(), manner);
    }

    /** The same answer with one header more. */
    public Response with(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new Response(status, body, Map.copyOf(more), manner);
    }
}
