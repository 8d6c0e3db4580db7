package dev.shopmirror.admin.wanted;

import java.util.List;

/**
 * A subscription that a store shall have.
 *
 * @param topic such as {@code products/update}
 * @param fields top-level fields that deliveries are cut down to; empty for whole bodies
 * @param filter Shopify's search syntax, passed through; null for every event
 */
public record WantedTopic(String topic, List<String> fields, String filter) {

    /** What a topic looks like, as a regular expression; whether there is one of that name is another question. */
    public static final String FORM = "(?=.{1,255}$)[a-z][a-z0-9_]*([./][a-z0-9_]+)+";

    public WantedTopic {
        fields = fields == null ? List.of() : List.copyOf(fields);
        filter = filter == null || filter.isBlank() ? null : filter.strip();
    }

    /** All its events, whole. */
    public static WantedTopic of(String topic) {
        return new WantedTopic(topic, List.of(), null);
    }
}
