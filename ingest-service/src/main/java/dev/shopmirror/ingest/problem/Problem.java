package dev.shopmirror.ingest.problem;

import io.vertx.core.json.JsonObject;

/**
 * Every error answer of this service, as RFC 9457 has it. The code is stable, the words may change.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457: Problem Details for HTTP APIs</a>
 */
public enum Problem {
    MALFORMED_REQUEST(400, "malformed-request", "Malformed request"),
    INVALID_SHOP(400, "invalid-shop", "Invalid shop domain"),
    MISSING_TOPIC(400, "missing-topic", "Missing topic"),
    INVALID_HMAC(401, "invalid-hmac", "Invalid HMAC signature"),
    NOT_FOUND(404, "not-found", "Not found"),
    METHOD_NOT_ALLOWED(405, "method-not-allowed", "Method not allowed"),
    BODY_TIMEOUT(408, "body-timeout", "Body took too long"),
    BODY_TOO_LARGE(413, "body-too-large", "Body too large"),
    INTERNAL(500, "internal", "Internal error"),
    NOT_QUEUED(503, "not-queued", "Webhook not queued");

    public static final String MEDIA_TYPE = "application/problem+json";

    private final int status;
    private final String code;
    private final String title;

    Problem(int status, String code, String title) {
        this.status = status;
        this.code = code;
        this.title = title;
    }

    public int status() {
        return status;
    }

    /** The body of the answer. */
    String json(int actualStatus, String detail) {
        return new JsonObject()
                .put("type", "urn:shopmirror:problem:" + code)
                .put("title", title)
                .put("status", actualStatus)
                .put("code", code)
                .put("detail", detail)
                .encode();
    }

    /** The problem that stands for a status the framework chose. */
    static Problem ofStatus(int status) {
        return switch (status) {
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 408 -> BODY_TIMEOUT;
            case 413 -> BODY_TOO_LARGE;
            case 503 -> NOT_QUEUED;
            default -> status < 500 ? MALFORMED_REQUEST : INTERNAL;
        };
    }
}
