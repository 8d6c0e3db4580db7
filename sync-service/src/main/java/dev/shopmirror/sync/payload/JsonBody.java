package dev.shopmirror.sync.payload;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.shopmirror.sync.table.PoisonException;
import dev.shopmirror.sync.table.PoisonReason;

/**
 * A webhook's body, read.
 *
 * @param nulRemoved whether text in it held U+0000, which PostgreSQL cannot hold
 */
public record JsonBody(JsonNode json, boolean nulRemoved) {

    /** Shopify's go six deep. What walks a tree must not overflow its stack: that is an error no record recovers from. */
    private static final int MAX_DEPTH = 100;

    private static final ObjectReader READER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();

    /** @throws PoisonException when the bytes are no JSON object */
    public static JsonBody parse(byte[] bytes) {
        JsonNode body;
        try {
            body = READER.readTree(bytes);
        } catch (IOException | NumberFormatException e) {
            // the latter of a number whose exponent is beyond 32 bits;
            // the exception's own message quotes the body
            throw new PoisonException(PoisonReason.BROKEN_JSON, "The body is no JSON");
        }
        if (!body.isObject()) {
            throw new PoisonException(PoisonReason.BROKEN_JSON, "The body is no JSON object");
        }
        boolean nul = NulCharacters.standIn(body);
        return new JsonBody(nul ? NulCharacters.removed(body) : body, nul);
    }

    /** @throws PoisonException when the field is no 64-bit integer */
    static long id(JsonNode node, String field) {
        JsonNode id = node.get(field);
        if (id == null || id.isNull()) {
            throw new PoisonException(PoisonReason.MISSING_ID, field + " is missing");
        }
        if (!id.isIntegralNumber() || !id.canConvertToLong()) {
            throw new PoisonException(PoisonReason.MISSING_ID, field + " is no 64-bit integer");
        }
        return id.longValue();
    }
}
