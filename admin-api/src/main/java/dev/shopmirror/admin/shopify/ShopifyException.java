package dev.shopmirror.admin.shopify;

import java.util.Locale;

/** A call to Shopify that did not succeed. */
public final class ShopifyException extends RuntimeException {

    /** Why, as a stable code. */
    public enum Reason {
        /** A subscription with this topic and address is there already. */
        ALREADY_TAKEN,
        INVALID_ADDRESS,
        /** No such topic, or the app lacks the scope for it: Shopify does not tell which. */
        INVALID_TOPIC,
        INVALID_REQUEST,
        /** There is no subscription of this id, or it is another app's. */
        NOT_FOUND,
        /** 401: the access token is wrong, expired or revoked. */
        TOKEN_REFUSED,
        /** 403: the app lacks a scope. */
        SCOPE_MISSING,
        /** 402, 404 or 423: the shop is frozen, gone or locked. */
        SHOP_UNAVAILABLE,
        /** Too many calls for the shop's limit, by Shopify's word or by reckoning. */
        RATE_LIMITED,
        SHOPIFY_ERROR,
        /** No connection, no answer in time, or nothing sent because there had been none several times in a row. */
        UNREACHABLE,
        UNEXPECTED_ANSWER;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Reason reason;
    private final String requestId;

    /**
     * @param message Shopify's words where it said any; never holds a token
     * @param requestId Shopify's {@code X-Request-Id}, for its support; null when there was no answer
     */
    public ShopifyException(Reason reason, String message, String requestId) {
        super(message);
        this.reason = reason;
        this.requestId = requestId;
    }

    public Reason reason() {
        return reason;
    }

    /** Whether a failure is one of this kind. */
    public static boolean is(Throwable failure, Reason reason) {
        return failure instanceof ShopifyException shopify && shopify.reason == reason;
    }

    public String requestId() {
        return requestId;
    }

    /** {@code token_refused: [API] Invalid API key (X-Request-Id 5f1c…)}. */
    public String describe() {
        String text = reason.code() + ": " + getMessage();
        return requestId == null ? text : text + " (X-Request-Id " + requestId + ")";
    }
}
