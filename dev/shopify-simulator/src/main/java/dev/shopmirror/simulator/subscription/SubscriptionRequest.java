package dev.shopmirror.simulator.subscription;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.shopmirror.simulator.search.SearchFilter;

/** What a caller wants of a subscription, as the body's {@code webhook} object says it. */
record SubscriptionRequest(ObjectNode webhook) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,50}");
    private static final String NAME_RULE =
            "Name can only contain alphanumeric characters, underscores, and hyphens, and at most 50 of them";

    String topic() {
        return webhook.path("topic").asText("");
    }

    String address() {
        return webhook.path("address").asText("");
    }

    Optional<List<String>> texts(String field) {
        if (!webhook.path(field).isArray()) {
            return Optional.empty();
        }
        List<String> texts = new ArrayList<>();
        webhook.path(field).forEach(element -> texts.add(element.asText()));
        return Optional.of(List.copyOf(texts));
    }

    /** Blank text is none. */
    Optional<String> text(String field) {
        return Optional.ofNullable(webhook.path(field).textValue()).filter(text -> !text.isBlank());
    }

    /** @param topicAllowed whether the app's scopes suffice for a topic */
    void checkForCreate(AddressRules addresses, Predicate<String> topicAllowed) throws Refused {
        Map<String, List<String>> errors = new LinkedHashMap<>();
        if (topic().isBlank()) {
            errors.put("topic", List.of("can't be blank", WebhookTopics.refusal("")));
        } else if (!WebhookTopics.exists(topic()) || !topicAllowed.test(topic())) {
            errors.put("topic", List.of(WebhookTopics.refusal(topic())));
        }
        addresses.refusal(address()).ifPresent(words -> errors.put("address", List.of(words)));
        checkOptions(errors);
        if (!errors.isEmpty()) {
            throw new Refused(errors);
        }
    }

    void checkForUpdate(AddressRules addresses) throws Refused {
        Map<String, List<String>> errors = new LinkedHashMap<>();
        if (webhook.has("address")) {
            addresses.refusal(address()).ifPresent(words -> errors.put("address", List.of(words)));
        }
        checkOptions(errors);
        if (!errors.isEmpty()) {
            throw new Refused(errors);
        }
    }

    private void checkOptions(Map<String, List<String>> errors) {
        checkFormat(errors);
        text("filter").flatMap(SearchFilter::refusal).ifPresent(words -> errors.put("filter", List.of(words)));
        text("name")
                .filter(name -> !NAME.matcher(name).matches())
                .ifPresent(name -> errors.put("name", List.of(NAME_RULE)));
    }

    /** Only JSON is simulated; the words are those for a topic without XML. */
    private void checkFormat(Map<String, List<String>> errors) {
        JsonNode format = webhook.path("format");
        if (!format.isMissingNode() && !format.asText().equals("json")) {
            errors.put(
                    "format",
                    List.of("'" + format.asText() + "' is invalid for this webhook topic. Allowed formats: json"));
        }
    }
}
