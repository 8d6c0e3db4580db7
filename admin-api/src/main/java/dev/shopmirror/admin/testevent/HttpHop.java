package dev.shopmirror.admin.testevent;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the public address answered, seen from admin-api. Nothing of the answer's body is told. */
@Schema(name = "TestEventHttp")
record HttpHop(
        boolean ok,
        String url,

        @Schema(description = "HTTP status; null when there was no answer", nullable = true)
        Integer status,

        long durationMs,

        @Schema(description = "Why there was no answer", nullable = true)
        String error) {

    /** Shopify counts any 2xx as delivered, and nothing else. */
    static HttpHop answered(String url, int status, long durationMs) {
        return new HttpHop(status >= 200 && status < 300, url, status, durationMs, null);
    }

    static HttpHop failed(String url, String error, long durationMs) {
        return new HttpHop(false, url, null, durationMs, error);
    }
}
