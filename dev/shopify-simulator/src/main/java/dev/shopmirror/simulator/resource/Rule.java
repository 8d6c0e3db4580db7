package dev.shopmirror.simulator.resource;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a field may hold.
 *
 * @param words that say so, behind "must be"
 */
public record Rule(Predicate<JsonNode> allows, String words) {

    private static final Pattern DECIMAL = Pattern.compile("-?\\d+(\\.\\d+)?");

    public static final Rule ANYTHING = new Rule(node -> true, "anything");
    public static final Rule TEXT = new Rule(JsonNode::isTextual, "a string");
    public static final Rule ID = new Rule(
            node -> node.canConvertToLong() && node.isIntegralNumber() && node.longValue() > 0, "an id (64-bit)");
    public static final Rule INTEGER = new Rule(JsonNode::isIntegralNumber, "an integer");
    public static final Rule NUMBER = new Rule(JsonNode::isNumber, "a number");
    public static final Rule BOOLEAN = new Rule(JsonNode::isBoolean, "true or false");
    public static final Rule OBJECT = new Rule(JsonNode::isObject, "an object");
    public static final Rule LIST = new Rule(JsonNode::isArray, "a list");
    public static final Rule OBJECTS = new Rule(node -> all(node, JsonNode::isObject), "a list of objects");
    public static final Rule TEXTS = new Rule(node -> all(node, JsonNode::isTextual), "a list of strings");
    public static final Rule IDS = new Rule(node -> all(node, ID.allows), "a list of ids");
    public static final Rule MONEY = new Rule(
            node -> node.isTextual() && DECIMAL.matcher(node.textValue()).matches(),
            "a decimal as a string, \"19.99\"");
    public static final Rule TIME = new Rule(Rule::isTimestamp, "a timestamp with offset, 2026-11-23T12:00:05-05:00");

    /** The same, and null. */
    public Rule orNull() {
        return new Rule(node -> node.isNull() || allows.test(node), words + ", or null");
    }

    /** One of these strings. */
    public static Rule oneOf(String... values) {
        List<String> allowed = List.of(values);
        return new Rule(node -> node.isTextual() && allowed.contains(node.textValue()), "one of " + allowed);
    }

    private static boolean all(JsonNode list, Predicate<JsonNode> each) {
        if (!list.isArray()) {
            return false;
        }
        for (JsonNode element : list) {
            if (!each.test(element)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isTimestamp(JsonNode node) {
        try {
            return node.isTextual() && OffsetDateTime.parse(node.textValue()).getYear() > 0;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
