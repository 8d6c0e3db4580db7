package dev.shopmirror.simulator.fault;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * What goes wrong with calls of the Admin API, and with which of them.
 *
 * @param kind how it goes wrong
 * @param status of the answer; 0 unless the kind is {@link Kind#STATUS}
 * @param errorsByField whether the answer's {@code errors} is an object of lists, Shopify's other shape
 * @param retryAfter header of the answer; null for none
 * @param reason what {@code X-Shopify-API-Deprecated-Reason} tells; null unless that is the kind
 * @param method of the calls; null for any
 * @param path part of the calls' path behind the shop, without the leading slash
 * @param times how many calls; 0 for all until it is cleared
 */
public record Fault(
        Kind kind,
        int status,
        boolean errorsByField,
        @Nullable String retryAfter,
        @Nullable String reason,
        @Nullable String method,
        String path,
        int times) {

    /** Every call of the Admin API, but none for a token. */
    public static final String ADMIN_API = "admin/api/";

    /** How a call goes wrong. */
    public enum Kind {
        /** It is answered with a status. */
        STATUS,
        /** GraphQL's way: 200 and {@code THROTTLED}. */
        THROTTLED,
        /** It is never answered; the connection stays open. */
        HANG,
        /** The connection is closed without an answer. */
        CLOSE,
        /** It is answered as ever, with a {@code Link} to another host. */
        FOREIGN_LINK,
        /** It is answered as ever, and said to be deprecated. */
        DEPRECATED
    }

    /** @throws IllegalArgumentException naming what cannot be */
    public Fault {
        if (kind == Kind.STATUS && (status < 400 || status > 599)) {
            throw new IllegalArgumentException("status must be 400 to 599");
        }
        if (times < 0) {
            throw new IllegalArgumentException("times must not be negative");
        }
    }

    /** Calls are answered with this status and Shopify's words for it; 429 with {@code Retry-After: 2.0}. */
    public static Fault status(int status) {
        return new Fault(Kind.STATUS, status, false, status == 429 ? "2.0" : null, null, null, ADMIN_API, 0);
    }

    /** GraphQL calls are answered 200 with {@code THROTTLED}, however full the bucket. */
    public static Fault throttled() {
        return of(Kind.THROTTLED, null).on("POST", "graphql.json");
    }

    /** Calls are never answered. */
    public static Fault hang() {
        return of(Kind.HANG, null);
    }

    /** Calls find the connection closed. */
    public static Fault close() {
        return of(Kind.CLOSE, null);
    }

    /** Answers carry a {@code Link} whose next page is at another host. */
    public static Fault foreignLink() {
        return of(Kind.FOREIGN_LINK, null);
    }

    /** Answers carry {@code X-Shopify-API-Deprecated-Reason}. */
    public static Fault deprecated(String reason) {
        return of(Kind.DEPRECATED, reason);
    }

    /** The same with {@code {"errors":{"base":["…"]}}} instead of {@code {"errors":"…"}}. */
    public Fault withErrorsByField() {
        return new Fault(kind, status, true, retryAfter, reason, method, path, times);
    }

    /** The same with another {@code Retry-After}, or null for none. */
    public Fault withRetryAfter(@Nullable String seconds) {
        return new Fault(kind, status, errorsByField, seconds, reason, method, path, times);
    }

    /** The same for calls of any method whose path behind the shop holds this: {@code webhooks.json}. */
    public Fault on(String partOfPath) {
        return new Fault(kind, status, errorsByField, retryAfter, reason, null, partOfPath, times);
    }

    /** The same for calls of this method whose path behind the shop holds this: {@code webhooks.json}. */
    public Fault on(String onlyMethod, String partOfPath) {
        String upperCase = onlyMethod.toUpperCase(Locale.ROOT);
        return new Fault(kind, status, errorsByField, retryAfter, reason, upperCase, partOfPath, times);
    }

    /** The same for the next so many calls. */
    public Fault times(int calls) {
        return new Fault(kind, status, errorsByField, retryAfter, reason, method, path, calls);
    }

    boolean concerns(String calledMethod, String calledPath) {
        return (method == null || method.equals(calledMethod)) && calledPath.contains(path);
    }

    private static Fault of(Kind kind, @Nullable String reason) {
        return new Fault(kind, 0, false, null, reason, null, ADMIN_API, 0);
    }
}
