package dev.shopmirror.event.fuzzing;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Valid bodies, as Shopify sends them, by topic. Values invented. */
public final class Bodies {

    /** Each line of the resource: topic, blank, body. A topic may have several bodies. */
    private static final Map<String, List<String>> BY_TOPIC = Resources.lines("bodies.txt").stream()
            .map(line -> line.split(" ", 2))
            .collect(Collectors.groupingBy(
                    line -> line[0], Collectors.mapping(line -> line[1], Collectors.toUnmodifiableList())));

    private static final List<String> ALL =
            BY_TOPIC.values().stream().flatMap(List::stream).sorted().toList();

    /** Topics that have a body here. */
    public static final List<String> TOPICS =
            BY_TOPIC.keySet().stream().sorted().toList();

    private Bodies() {}

    public static List<String> of(String topic) {
        return BY_TOPIC.getOrDefault(topic, List.of());
    }

    /** Mostly one of the topic's own; else one of another topic, as in a body that is sent again under a wrong name. */
    static String any(String topic, Choices choices) {
        List<String> own = of(topic);
        return own.isEmpty() || choices.oneIn(12) ? choices.of(ALL) : choices.of(own);
    }
}
