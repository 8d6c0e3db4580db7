package dev.shopmirror.simulator.subscription;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a caller wants of a subscription, as the body's {@code webhook} object says it. */
record SubscriptionRequest(ObjectNode webhook) {

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

    void checkForCreate(AddressRules addresses) throws Refused {
        Map<String, List<String>> errors = new LinkedHashMap<>();
        if (topic().isBlank()) {
            errors.put("topic", List.of("can't be blank", WebhookTopics.refusal("")));
        } else if (!WebhookTopics.exists(topic())) {
            errors.put("topic", List.of(WebhookTopics.refusal(topic())));
        }
        addresses.refusal(address()).ifPresent(words -> errors.put("address", List.of(words)));
        checkFormat(errors);
        if (!errors.isEmpty()) {
            throw new Refused(errors);
        }
    }

    void checkForUpdate(AddressRules addresses) throws Refused {
        Map<String, List<String>> errors = new LinkedHashMap<>();
        if (webhook.has("address")) {
            addresses.refusal(address()).ifPresent(words -> errors.put("address", List.of(words)));
        }
        checkFormat(errors);
        if (!errors.isEmpty()) {
            throw new Refused(errors);
        }
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
