package dev.shopmirror.admin.problem;

import java.util.Locale;

/** Every problem the API answers with. The code is stable: clients may branch on it. */
public enum Problem {
    INVALID_REQUEST(400, "The request is not valid"),
    INVALID_ID(400, "The id is not a UUID"),
    UNAUTHENTICATED(401, "A valid bearer token is required"),
    FORBIDDEN(403, "The token does not allow this"),
    STORE_FORBIDDEN(403, "The token is not for this store"),
    NOT_FOUND(404, "There is nothing at this address"),
    STORE_NOT_FOUND(404, "There is no such store"),
    WEBHOOK_NOT_FOUND(404, "There is no such webhook at Shopify"),
    DELIVERY_NOT_FOUND(404, "There is no such delivery"),
    REDRIVE_NOT_FOUND(404, "There is no such redrive"),
    PRODUCT_NOT_FOUND(404, "There is no such product"),
    METHOD_NOT_ALLOWED(405, "The method is not allowed at this address"),
    NOT_ACCEPTABLE(406, "The answer has no form that the request accepts"),
    STORE_EXISTS(409, "The shop is registered already"),
    STORE_NOT_ACTIVE(409, "The store is not active"),
    ACCESS_TOKEN_UNAVAILABLE(409, "The store has no usable access token"),
    CREDENTIALS_NEEDED(409, "The store becomes active with new credentials only"),
    CONFIRMATION_REQUIRED(409, "The removal is to be confirmed"),
    SHOP_MISMATCH(409, "The credentials are another shop's"),
    BASE_URL_REFUSED(409, "Shopify could not deliver to the configured base URL"),
    CLIENT_SECRET_MISSING(409, "There is no secret to sign with"),
    DELIVERY_SETTLED(409, "The delivery needs no redrive"),
    REDRIVE_FINISHED(409, "The redrive has ended already"),
    BODY_GONE(410, "Kafka no longer has the body"),
    BODY_TOO_LARGE(413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body must be JSON"),
    TOO_MANY_REQUESTS(429, "The caller calls too often"),
    INTERNAL_ERROR(500, "Something went wrong here"),
    SHOPIFY_FAILED(502, "Shopify did not carry out the call"),
    ACCESS_TOKEN_PENDING(503, "The next access token is still being fetched"),
    DATABASE_UNAVAILABLE(503, "The database cannot be reached"),
    KAFKA_UNAVAILABLE(503, "Kafka cannot be reached");

    private final int status;
    private final String title;

    Problem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** Such as {@code store-not-found}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String type() {
        return "urn:shopmirror:problem:" + code();
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }
}
