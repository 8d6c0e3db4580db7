package dev.shopmirror.simulator.control;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.shopmirror.simulator.json.InvalidBody;

/** Optional fields of a body; null counts as absent. */
final class Fields {

    private Fields() {}

    static Optional<String> text(ObjectNode body, String field) {
        return parsed(body, field, "a string", Function.identity());
    }

    static Optional<URI> address(ObjectNode body, String field) {
        return parsed(body, field, "an http or https URL", URI::create);
    }

    static Optional<Instant> moment(ObjectNode body, String field) {
        return parsed(
                body, field, "a timestamp with offset, 2026-11-23T17:00:05.123456Z", text -> OffsetDateTime.parse(text)
                        .toInstant());
    }

    static Optional<Integer> integer(ObjectNode body, String field) {
        JsonNode value = body.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.canConvertToInt() || !value.isIntegralNumber()) {
            throw new InvalidBody(field + " must be an integer");
        }
        return Optional.of(value.intValue());
    }

    static Optional<Double> decimal(ObjectNode body, String field) {
        JsonNode value = body.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isNumber()) {
            throw new InvalidBody(field + " must be a number");
        }
        return Optional.of(value.doubleValue());
    }

    static boolean truth(ObjectNode body, String field) {
        JsonNode value = body.path(field);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw new InvalidBody(field + " must be true or false");
        }
        return value.booleanValue();
    }

    private static <T> Optional<T> parsed(ObjectNode body, String field, String words, Function<String, T> parse) {
        JsonNode value = body.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        try {
            if (value.isTextual()) {
                return Optional.of(parse.apply(value.textValue()));
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            // said below, together with values that are no text
        }
        throw new InvalidBody(field + " must be " + words);
    }
}
