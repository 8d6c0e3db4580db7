package dev.shopmirror.admin.shopify.graphql;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.shopmirror.admin.shopify.Subscription;
import dev.shopmirror.admin.shopify.SubscriptionRequest;

/** A WebhookSubscription in GraphQL's words. Its id is the REST API's, in a gid. */
final class SubscriptionJson {

    private static final String GID = "gid://shopify/WebhookSubscription/";
    private static final Pattern GID_OF_ONE = Pattern.compile(GID + "(\\d{1,18})");

    private SubscriptionJson() {}

    static String gid(long id) {
        return GID + id;
    }

    static ObjectNode createInput(SubscriptionRequest wanted, ObjectMapper mapper) {
        ObjectNode input = input(wanted, mapper).put("format", "JSON");
        if (wanted.filter() != null) {
            input.put("filter", wanted.filter());
        }
        return input;
    }

    /** Without a filter it names none: one that is left out stays as it is. */
    static ObjectNode updateInput(SubscriptionRequest wanted, ObjectMapper mapper) {
        return input(wanted, mapper).put("filter", wanted.filter());
    }

    /** Empty when it lacks what every subscription has. */
    static Optional<Subscription> read(JsonNode node) {
        Matcher gid = GID_OF_ONE.matcher(node.path("id").asText());
        if (!gid.matches()
                || !node.path("topic").isTextual()
                || !node.path("uri").isTextual()) {
            return Optional.empty();
        }
        return Optional.of(new Subscription(
                Long.parseLong(gid.group(1)),
                TopicName.fromEnum(node.path("topic").asText()),
                node.path("uri").asText(),
                node.path("format").asText("json").toLowerCase(Locale.ROOT),
                texts(node.path("includeFields")),
                node.path("filter").asText(null),
                node.path("apiVersion").path("handle").asText(null),
                time(node.path("createdAt").asText()),
                time(node.path("updatedAt").asText())));
    }

    private static ObjectNode input(SubscriptionRequest wanted, ObjectMapper mapper) {
        ObjectNode input = mapper.createObjectNode().put("uri", wanted.address());
        wanted.fields().forEach(input.putArray("includeFields")::add);
        return input;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return List.copyOf(texts);
    }

    private static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
