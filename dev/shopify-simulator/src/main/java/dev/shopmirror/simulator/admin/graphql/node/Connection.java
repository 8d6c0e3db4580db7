package dev.shopmirror.simulator.admin.graphql.node;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * One page of nodes. A cursor names the place of a node, so that a page follows on although that node is gone.
 *
 * @param arguments {@code first} and {@code after}, or {@code last} and {@code before}, and {@code reverse}
 */
public record Connection(Map<String, Object> arguments) {

    /** The most that Shopify gives. */
    public static final int MOST = 250;

    private static final int MAX_INT = Integer.MAX_VALUE;

    /** What is wrong with the arguments, or empty when there is a page. */
    public Optional<String> refusal() {
        int first = number("first", MAX_INT);
        int last = number("last", MAX_INT);
        if (first == MAX_INT && last == MAX_INT) {
            return Optional.of("you must provide one of first or last");
        }
        if (first != MAX_INT && (first < 1 || first > MOST) || last != MAX_INT && (last < 1 || last > MOST)) {
            return Optional.of("first and last must be 1 to " + MOST);
        }
        return place("after").isEmpty() && text("after") != null
                        || place("before").isEmpty() && text("before") != null
                ? Optional.of("Invalid cursor for current pagination sort.")
                : Optional.empty();
    }

    /** @param all in order of their places */
    public Map<String, Object> of(List<Placed> all) {
        List<Placed> ordered = new ArrayList<>(all);
        int direction = 1;
        if (Boolean.TRUE.equals(arguments.get("reverse"))) {
            Collections.reverse(ordered);
            direction = -1;
        }
        List<Placed> between = between(ordered, direction);
        List<Placed> page = between.subList(0, Math.min(number("first", MAX_INT), between.size()));
        page = page.subList(Math.max(0, page.size() - number("last", MAX_INT)), page.size());
        return connection(page, ordered);
    }

    private List<Placed> between(List<Placed> ordered, int direction) {
        Optional<Long> after = place("after");
        Optional<Long> before = place("before");
        return ordered.stream()
                .filter(one -> after.isEmpty() || Long.compare(one.place(), after.get()) * direction > 0)
                .filter(one -> before.isEmpty() || Long.compare(one.place(), before.get()) * direction < 0)
                .toList();
    }

    private static Map<String, Object> connection(List<Placed> page, List<Placed> ordered) {
        Map<String, @Nullable Object> pageInfo = new LinkedHashMap<>();
        Placed first = page.isEmpty() ? null : page.get(0);
        Placed last = page.isEmpty() ? null : page.get(page.size() - 1);
        pageInfo.put("hasNextPage", last != null && !last.equals(ordered.get(ordered.size() - 1)));
        pageInfo.put("hasPreviousPage", first != null && !first.equals(ordered.get(0)));
        pageInfo.put("startCursor", first == null ? null : cursor(first));
        pageInfo.put("endCursor", last == null ? null : cursor(last));
        return Map.of(
                "nodes", page.stream().map(Placed::node).toList(),
                "edges", page.stream().map(Connection::edge).toList(),
                "pageInfo", pageInfo);
    }

    private static Map<String, Object> edge(Placed placed) {
        return Map.of("cursor", cursor(placed), "node", placed.node());
    }

    private static String cursor(Placed placed) {
        byte[] text = ("{\"last_value\":" + placed.place() + '}').getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(text);
    }

    private Optional<Long> place(String argument) {
        String cursor = text(argument);
        if (cursor == null) {
            return Optional.empty();
        }
        try {
            String text = new String(Base64.getDecoder().decode(cursor), StandardCharsets.UTF_8);
            return Optional.of(Long.parseLong(text.substring(text.indexOf(':') + 1, text.length() - 1)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private @Nullable String text(String argument) {
        return arguments.get(argument) instanceof String text ? text : null;
    }

    private int number(String argument, int otherwise) {
        return arguments.get(argument) instanceof Integer number ? number : otherwise;
    }
}
