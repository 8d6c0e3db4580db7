package dev.shopmirror.simulator.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.shopmirror.simulator.fault.Fault;
import dev.shopmirror.simulator.fault.Fault.Kind;
import dev.shopmirror.simulator.json.InvalidBody;
import dev.shopmirror.simulator.json.Json;

/** {@code {"faults":[{"status":429,"times":3,"method":"POST","path":"webhooks.json"}]}}. */
final class FaultBody {

    private static final Set<String> FIELDS =
            Set.of("kind", "status", "errorsByField", "retryAfter", "reason", "method", "path", "times");

    private FaultBody() {}

    /** @throws InvalidBody naming what is missing, unknown or unusable */
    static List<Fault> faults(ObjectNode body) {
        if (!body.path("faults").isArray()) {
            throw new InvalidBody("faults must be a list");
        }
        List<Fault> faults = new ArrayList<>();
        for (JsonNode one : body.path("faults")) {
            if (!(one instanceof ObjectNode given)) {
                throw new InvalidBody("faults must be objects");
            }
            faults.add(fault(given));
        }
        return faults;
    }

    static ObjectNode list(List<Fault> faults) {
        ArrayNode list = Json.NODES.arrayNode();
        for (Fault fault : faults) {
            list.addObject()
                    .put("kind", fault.kind().name().toLowerCase(Locale.ROOT))
                    .put("status", fault.status())
                    .put("errorsByField", fault.errorsByField())
                    .put("retryAfter", fault.retryAfter())
                    .put("reason", fault.reason())
                    .put("method", fault.method())
                    .put("path", fault.path())
                    .put("times", fault.times());
        }
        return Json.wrap("faults", list);
    }

    private static Fault fault(ObjectNode given) {
        given.fieldNames().forEachRemaining(field -> {
            if (!FIELDS.contains(field)) {
                throw new InvalidBody("there is no field " + field);
            }
        });
        try {
            return concerning(given, withWords(given, plain(given)));
        } catch (IllegalArgumentException e) {
            throw new InvalidBody(String.valueOf(e.getMessage()));
        }
    }

    private static Fault plain(ObjectNode given) {
        Kind kind = Kind.valueOf(Fields.text(given, "kind").orElse("status").toUpperCase(Locale.ROOT));
        return switch (kind) {
            case STATUS -> Fault.status(Fields.integer(given, "status").orElse(0));
            case THROTTLED -> Fault.throttled();
            case HANG -> Fault.hang();
            case CLOSE -> Fault.close();
            case FOREIGN_LINK -> Fault.foreignLink();
            case DEPRECATED -> Fault.deprecated(Fields.text(given, "reason").orElse("deprecated"));
        };
    }

    private static Fault withWords(ObjectNode given, Fault plain) {
        Fault shaped = Fields.truth(given, "errorsByField") ? plain.withErrorsByField() : plain;
        return given.has("retryAfter")
                ? shaped.withRetryAfter(Fields.text(given, "retryAfter").orElse(null))
                : shaped;
    }

    private static Fault concerning(ObjectNode given, Fault fault) {
        String path = Fields.text(given, "path").orElse(fault.path());
        Fault there = Fields.text(given, "method")
                .map(method -> fault.on(method, path))
                .orElseGet(() -> given.has("path") ? fault.on(path) : fault);
        return there.times(Fields.integer(given, "times").orElse(0));
    }
}
