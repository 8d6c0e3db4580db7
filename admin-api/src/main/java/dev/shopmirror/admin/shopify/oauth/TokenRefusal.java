package dev.shopmirror.admin.shopify.oauth;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.shopmirror.admin.shopify.ShopifyErrors;
import dev.shopmirror.admin.shopify.ShopifyException;
import dev.shopmirror.admin.shopify.ShopifyException.Reason;

/**
 * What it means that no token was given: is it this shop, or the app? A wrong secret must not disconnect every store, so
 * that only what is known to be said of a shop counts as its refusal. The code is {@code error} of a JSON body (RFC 6749
 * section 5.2), or stands in a page as {@code Oauth error <code>: …}.
 */
final class TokenRefusal {

    private static final Set<String> BY_THE_SHOP = Set.of(
            "invalid_grant",
            "invalid_token",
            "invalid_subject_token",
            "access_denied",
            "app_not_installed",
            "shop_not_permitted");
    /**
     * What Shopify says to a refresh token that is void, with 401 and the code {@code invalid_request}, which alone may
     * mean anything.
     */
    private static final String VOID_REFRESH_TOKEN = "This request requires an active refresh_token";

    private static final Set<String> OF_THE_APP =
            Set.of("invalid_client", "unauthorized_client", "application_cannot_be_found");
    private static final Pattern CODE_IN_A_PAGE = Pattern.compile("(?i)oauth error ([a-z_]{1,60})");
    private static final Pattern CODE = Pattern.compile("[a-z_]{1,60}");

    private TokenRefusal() {}

    /** The text quotes the code alone: descriptions may repeat what was sent. */
    static ShopifyException of(int status, String body, String requestId, ObjectMapper mapper) {
        String code = codeOf(body, mapper);
        if (BY_THE_SHOP.contains(code) || isVoidRefreshToken(code, body)) {
            return new ShopifyException(Reason.TOKEN_REFUSED, "Shopify gives no new access token: " + code, requestId);
        }
        if (OF_THE_APP.contains(code)) {
            return new ShopifyException(
                    Reason.INVALID_REQUEST,
                    "Shopify refuses the app: " + code + "; check SHOPIFY_CLIENT_ID and SHOPIFY_CLIENT_SECRET",
                    requestId);
        }
        Reason reason = status == 401
                ? Reason.UNEXPECTED_ANSWER
                : ShopifyErrors.read(status, body, mapper).reason();
        String words = code.isEmpty() ? "" : " with " + code;
        return new ShopifyException(reason, "Shopify answered " + status + words + " to the token request", requestId);
    }

    private static boolean isVoidRefreshToken(String code, String body) {
        return code.equals("invalid_request") && body.contains(VOID_REFRESH_TOKEN);
    }

    private static String codeOf(String body, ObjectMapper mapper) {
        String text = body == null ? "" : body;
        try {
            String code = mapper.readTree(text).path("error").asText();
            return CODE.matcher(code).matches() ? code : "";
        } catch (JsonProcessingException e) {
            Matcher page = CODE_IN_A_PAGE.matcher(text);
            return page.find() ? page.group(1) : "";
        }
    }
}
