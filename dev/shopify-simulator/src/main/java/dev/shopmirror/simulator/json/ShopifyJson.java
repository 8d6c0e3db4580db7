package dev.shopmirror.simulator.json;

import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** A webhook body's bytes: compact, UTF-8, with slashes, angle brackets and ampersands escaped. */
public final class ShopifyJson {

    private static final ObjectWriter WRITER = JsonMapper.builder().build().writer(new ShopifyEscapes());

    private ShopifyJson() {}

    /** The bytes that are signed and sent. */
    public static byte[] write(JsonNode body) {
        try {
            // By way of a String: written straight to bytes, Jackson escapes emoji that Shopify sends as UTF-8
            return WRITER.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A JSON tree always has a text", e);
        }
    }
}
