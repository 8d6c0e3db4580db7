package dev.shopmirror.admin.wanted;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import dev.shopmirror.admin.problem.InvalidField;

/**
 * The subscriptions that a store shall have, as {@code [{"topic": …, "fields"?: […], "filter"?: …}]}. Only the shape is
 * looked at here: whether a topic is known, and may be trimmed, is the business of {@link WantedTopicsRule}.
 */
public final class WantedTopics {

    private static final String FIELD = "wantedWebhooks";
    private static final int MOST = 100;
    private static final int LONGEST_FILTER = 4096;
    private static final Set<String> NAMES = Set.of("topic", "fields", "filter");
    private static final Pattern TOPIC = Pattern.compile(WantedTopic.FORM);
    private static final Pattern FIELD_NAME = Pattern.compile("[A-Za-z0-9_.]{1,200}");

    private WantedTopics() {}

    /** Everything that is wrong, in the order of the list; empty when nothing is. */
    public static List<InvalidField> violations(JsonNode wanted) {
        if (!wanted.isArray() || wanted.size() > MOST) {
            return List.of(new InvalidField(FIELD, "must be a list of at most " + MOST + " subscriptions"));
        }
        List<InvalidField> found = new ArrayList<>();
        Set<String> topics = new HashSet<>();
        for (int i = 0; i < wanted.size(); i++) {
            check(wanted.get(i), FIELD + "[" + i + "]", topics, found);
        }
        return found;
    }

    /** @param wanted without violations */
    public static List<WantedTopic> read(JsonNode wanted) {
        List<WantedTopic> topics = new ArrayList<>();
        for (JsonNode one : wanted) {
            List<String> fields = new ArrayList<>();
            one.path("fields").forEach(field -> fields.add(field.asText()));
            topics.add(new WantedTopic(
                    one.path("topic").asText(),
                    List.copyOf(fields),
                    one.path("filter").asText(null)));
        }
        return List.copyOf(topics);
    }

    private static void check(JsonNode one, String at, Set<String> topics, List<InvalidField> found) {
        if (!one.isObject()) {
            found.add(new InvalidField(at, "must be an object with topic, and perhaps fields and filter"));
            return;
        }
        one.fieldNames().forEachRemaining(name -> {
            if (!NAMES.contains(name)) {
                found.add(new InvalidField(at + "." + name, "is not known here: topic, fields and filter are"));
            }
        });
        String topic = one.path("topic").asText();
        if (!one.path("topic").isTextual() || !TOPIC.matcher(topic).matches()) {
            found.add(new InvalidField(at + ".topic", "must be a topic such as products/update"));
        } else if (!topics.add(topic)) {
            found.add(new InvalidField(at + ".topic", "is there twice"));
        }
        checkFields(one.path("fields"), at + ".fields", found);
        checkFilter(one.path("filter"), at + ".filter", found);
    }

    private static void checkFields(JsonNode fields, String at, List<InvalidField> found) {
        if (isAbsent(fields)) {
            return;
        }
        boolean allNames = fields.isArray() && !fields.isEmpty();
        for (JsonNode field : fields) {
            allNames &=
                    field.isTextual() && FIELD_NAME.matcher(field.textValue()).matches();
        }
        if (!allNames) {
            found.add(new InvalidField(at, "must be a list of field names; leave it out for all fields"));
        }
    }

    private static void checkFilter(JsonNode filter, String at, List<InvalidField> found) {
        boolean fits = filter.isTextual()
                && !filter.textValue().isBlank()
                && filter.textValue().length() <= LONGEST_FILTER
                && filter.textValue().chars().noneMatch(Character::isISOControl);
        if (!isAbsent(filter) && !fits) {
            found.add(new InvalidField(at, "must be a search such as status:active; leave it out for every event"));
        }
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }
}
