package dev.shopmirror.simulator.search;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A field against a value.
 *
 * @param field a path, {@code variants.price}
 * @param comparator {@code >}, {@code >=}, {@code <}, {@code <=}, or empty for equality
 * @param value as text; an asterisk stands for anything where equality is asked
 */
record FilterTerm(String field, String comparator, String value) {

    static final FilterTerm NONE = new FilterTerm("", "", "");

    boolean matches(JsonNode body) {
        return matches(body, List.of(field.split("\\.", -1)));
    }

    private boolean matches(JsonNode node, List<String> path) {
        if (node.isArray()) {
            for (JsonNode element : node) {
                if (matches(element, path)) {
                    return true;
                }
            }
            return false;
        }
        if (path.isEmpty()) {
            return node.isValueNode() && !node.isNull() && holds(node.asText());
        }
        return matches(node.path(path.get(0)), path.subList(1, path.size()));
    }

    private boolean holds(String actual) {
        if (comparator.isEmpty()) {
            return equalTo(actual);
        }
        int order = compare(actual);
        return switch (comparator) {
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            case "<" -> order < 0;
            default -> order <= 0;
        };
    }

    private boolean equalTo(String actual) {
        if (value.contains("*")) {
            return Pattern.matches("\\Q" + value.replace("*", "\\E.*\\Q") + "\\E", actual);
        }
        return compare(actual) == 0;
    }

    private int compare(String actual) {
        Optional<BigDecimal> left = number(actual);
        Optional<BigDecimal> right = number(value);
        return left.isPresent() && right.isPresent() ? left.get().compareTo(right.get()) : actual.compareTo(value);
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
