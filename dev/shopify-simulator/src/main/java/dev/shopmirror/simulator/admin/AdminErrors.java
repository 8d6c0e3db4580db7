package dev.shopmirror.simulator.admin;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import dev.shopmirror.simulator.http.Response;
import dev.shopmirror.simulator.json.Json;

/**
 * What the Admin API says with a status. Shopify's page "Status and error codes" has the meanings; the words of 402, 423,
 * 430 and 5xx are not documented and are ours.
 */
final class AdminErrors {

    static final String NOT_FOUND = "Not Found";
    static final String UNAUTHORISED = "[API] Invalid API key or access token (unrecognized login or wrong password)";

    private static final Map<Integer, String> WORDS = Map.ofEntries(
            Map.entry(401, UNAUTHORISED),
            Map.entry(402, "Unavailable Shop"),
            Map.entry(403, "[API] This action requires merchant approval for read_products scope."),
            Map.entry(404, NOT_FOUND),
            Map.entry(423, "Locked Shop"),
            Map.entry(429, exceeded(2)),
            Map.entry(430, "Shopify Security Rejection"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(502, "Bad Gateway"),
            Map.entry(503, "Service Unavailable"),
            Map.entry(504, "Gateway Timeout"));

    private AdminErrors() {}

    /** {@code {"errors":"Not Found"}}. */
    static Response of(int status) {
        return of(status, words(status));
    }

    /** {@code {"errors":"…"}} with words of one's own. */
    static Response of(int status, String words) {
        return Response.of(status, Json.wrap("errors", Json.NODES.textNode(words)));
    }

    /** {@code {"errors":{"base":["Not Found"]}}}: Shopify's other shape. */
    static Response byField(int status) {
        JsonNode words = Json.NODES.arrayNode().add(words(status));
        return Response.of(status, Json.wrap("errors", Json.wrap("base", words)));
    }

    /** 429, as a full bucket answers. */
    static Response tooMany(double perSecond) {
        return of(429, exceeded(perSecond)).with("Retry-After", "2.0");
    }

    private static String words(int status) {
        return WORDS.getOrDefault(status, "Error " + status);
    }

    private static String exceeded(double perSecond) {
        return "Exceeded " + Math.round(perSecond)
                + " calls per second for api client. Reduce request rates to resume uninterrupted service.";
    }
}
