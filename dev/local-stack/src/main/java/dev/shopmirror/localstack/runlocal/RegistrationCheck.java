package dev.shopmirror.localstack.runlocal;

import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/** What {@code --check} verifies of a registration: that it says what it did, and does it once. */
final class RegistrationCheck {

    private final DemoStore store;
    private final String storeId;
    private final URI ingest;

    RegistrationCheck(DemoStore store, String storeId, URI ingest) {
        this.store = store;
        this.storeId = storeId;
        this.ingest = ingest;
    }

    /**
     * Each webhook is listed with its topic, its id, and the address that the topic belongs to.
     *
     * @param registered the answer to the first registration of this run
     */
    void saysWhatIsThere(JsonNode registered) throws IOException, InterruptedException {
        JsonNode data = registered.path("data");
        Set<String> named = new HashSet<>();
        data.path("created").forEach(webhook -> named.add(describe(webhook)));
        data.path("existing").forEach(webhook -> named.add(describe(webhook)));
        JsonNode list = store.listWebhooks(storeId);
        Set<String> listed = new HashSet<>();
        list.path("data").forEach(webhook -> listed.add(describe(webhook)));
        int created = data.path("created").size();
        require(registered.path("success").asBoolean(), "registration", registered);
        require(message(registered).startsWith(message(created)), "registration's message", registered);
        require(list.path("count").asInt() == listed.size(), "count of the list", list);
        require(!named.isEmpty() && listed.containsAll(named), "registration, against the list " + list, registered);
    }

    void secondCreatesNothing() throws IOException, InterruptedException {
        JsonNode before = store.listWebhooks(storeId);
        JsonNode again = store.registerWebhooks(storeId);
        JsonNode data = again.path("data");
        require(data.path("created").isArray() && data.path("created").isEmpty(), "second registration", again);
        require(
                message(again).equals(message(0) + ", " + data.path("existing").size() + " already existed"),
                "second registration's message",
                again);
        require(store.listWebhooks(storeId).equals(before), "list after a second registration", before);
    }

    private static String message(JsonNode answer) {
        return answer.path("message").asText();
    }

    private static String message(int created) {
        return "Registered " + created + " webhook(s) for store " + DemoStore.NAME;
    }

    private String describe(JsonNode webhook) {
        String topic = webhook.path("topic").asText();
        String address = webhook.path("address").asText();
        require(webhook.path("id").isIntegralNumber(), "id of a webhook", webhook);
        require(address.equals(ingest.resolve("/api/shopify/webhooks/" + topic).toString()), "address", webhook);
        return topic + " " + webhook.path("id").asLong() + " " + address;
    }

    private static void require(boolean holds, String what, JsonNode answer) {
        if (!holds) {
            throw new IllegalStateException("Check failed: " + what + ": " + answer);
        }
    }
}
