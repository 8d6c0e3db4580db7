package dev.shopmirror.admin.shopify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.shopmirror.admin.shopify.ShopifyException.Reason;

/** Reads a refusal. {@code errors} is sometimes a string and sometimes an object of arrays, and a body may be no JSON. */
public record ShopifyErrors(int status, JsonNode errors) {

    private static final int MAX_TEXT = 500;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

    public static ShopifyErrors read(int status, String body, ObjectMapper mapper) {
        try {
            JsonNode json = mapper.readTree(body == null ? "" : body);
            return new ShopifyErrors(status, json.path("errors"));
        } catch (JsonProcessingException e) {
            return new ShopifyErrors(status, mapper.missingNode());
        }
    }

    public Reason reason() {
        return switch (status) {
            case 400, 406, 414, 415 -> Reason.INVALID_REQUEST;
            case 401 -> Reason.TOKEN_REFUSED;
            case 403 -> Reason.SCOPE_MISSING;
            case 402, 404, 423 -> Reason.SHOP_UNAVAILABLE;
            case 422 -> unprocessable();
            case 429, 430 -> Reason.RATE_LIMITED;
            default -> status >= 500 ? Reason.SHOPIFY_ERROR : Reason.UNEXPECTED_ANSWER;
        };
    }

    /** Shopify's words on one line, {@code field: words; field: words}, or the bare status. */
    public String text() {
        String words = oneLine(String.join("; ", words()));
        return words.isEmpty() ? "Shopify answered " + status : words;
    }

    /** Words of Shopify for a log or an answer: no line breaks, no end of a long tale. */
    public static String oneLine(String text) {
        String words = CONTROL.matcher(text).replaceAll(" ").strip();
        return words.length() <= MAX_TEXT ? words : words.substring(0, MAX_TEXT) + "…";
    }

    /** The {@code message} of each, on one line. */
    public static String messagesOf(JsonNode errors) {
        List<String> messages = new ArrayList<>();
        errors.forEach(error -> messages.add(error.path("message").asText()));
        return oneLine(String.join("; ", messages));
    }

    private Reason unprocessable() {
        if (textOf(errors.path("address")).contains("already been taken")) {
            return Reason.ALREADY_TAKEN;
        }
        if (errors.has("address")) {
            return Reason.INVALID_ADDRESS;
        }
        return errors.has("topic") ? Reason.INVALID_TOPIC : Reason.INVALID_REQUEST;
    }

    private List<String> words() {
        if (!errors.isObject()) {
            return List.of(textOf(errors));
        }
        List<String> words = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : errors.properties()) {
            words.add(field.getKey() + ": " + textOf(field.getValue()));
        }
        return words;
    }

    private static String textOf(JsonNode node) {
        if (!node.isArray()) {
            return node.isNull() ? "" : node.asText();
        }
        List<String> words = new ArrayList<>();
        node.forEach(word -> words.add(word.asText()));
        return String.join(", ", words);
    }
}
