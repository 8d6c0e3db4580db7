package dev.shopmirror.simulator.control;

import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.shopmirror.simulator.delivery.DeliveryOptions;
import dev.shopmirror.simulator.json.InvalidBody;

/** Delivery options from a body that names only those to change. */
record OptionsBody(ObjectNode body) {

    private static final Set<String> OPTIONS = Set.of(
            "duplicates",
            "disorder",
            "minDelayMillis",
            "maxDelayMillis",
            "seed",
            "retryTimeScale",
            "paused",
            "concurrency");

    /** @throws InvalidBody naming the option that is unknown or out of range */
    DeliveryOptions change(DeliveryOptions now) {
        body.fieldNames().forEachRemaining(name -> require(OPTIONS.contains(name), "there is no option " + name));
        try {
            return new DeliveryOptions(
                    decimal("duplicates", now.duplicates()),
                    decimal("disorder", now.disorder()),
                    integer("minDelayMillis", now.minDelayMillis()),
                    integer("maxDelayMillis", now.maxDelayMillis()),
                    integer("seed", now.seed()),
                    decimal("retryTimeScale", now.retryTimeScale()),
                    truth("paused", now.paused()),
                    Math.toIntExact(integer("concurrency", now.concurrency())));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new InvalidBody(String.valueOf(e.getMessage()));
        }
    }

    private double decimal(String name, double now) {
        JsonNode value = body.path(name);
        require(value.isMissingNode() || value.isNumber(), name + " must be a number");
        return value.asDouble(now);
    }

    private long integer(String name, long now) {
        JsonNode value = body.path(name);
        boolean fits = value.isIntegralNumber() && value.canConvertToLong();
        require(value.isMissingNode() || fits, name + " must be an integer");
        return value.asLong(now);
    }

    private boolean truth(String name, boolean now) {
        JsonNode value = body.path(name);
        require(value.isMissingNode() || value.isBoolean(), name + " must be true or false");
        return value.asBoolean(now);
    }

    private static void require(boolean holds, String words) {
        if (!holds) {
            throw new InvalidBody(words);
        }
    }
}
