package dev.shopmirror.admin.shopify.call;

import java.util.Map;
import java.util.TreeMap;

import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;

/** What came back: a status, headers whose names are compared without case, and a body that may be anything. */
public record Answer(
        int status, Map<String, String> headers, @Nullable String body) {

    /** Reads the body too. */
    public static Answer of(Response response) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        response.getStringHeaders().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        return new Answer(response.getStatus(), headers, response.readEntity(String.class));
    }

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** Null when there is none. */
    public @Nullable String header(String name) {
        return headers.get(name);
    }

    /** For Shopify's support; null when there is none. */
    public @Nullable String requestId() {
        return header("X-Request-Id");
    }
}
