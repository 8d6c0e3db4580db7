package dev.shopmirror.event;

import java.io.IOException;
import java.util.OptionalLong;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/**
 * The Kafka key of an event: {@code shop|family|id}, so that one partition holds all events of one resource in their
 * order. A body without an id is keyed {@code shop|topic}.
 */
public final class RecordKey {

    private static final JsonFactory JSON = new JsonFactory();

    private RecordKey() {}

    /**
     * @param shopDomain validated {@code *.myshopify.com} domain
     * @param topic Shopify's topic, {@code products/update}
     * @param body raw JSON; anything else is keyed by the topic
     */
    public static String of(String shopDomain, String topic, byte[] body) {
        Family family = Family.of(topic);
        if (family == Family.NONE) {
            return shopDomain + '|' + topic;
        }
        OptionalLong id = topLevelLong(body, family.idField(topic));
        return id.isPresent() ? shopDomain + '|' + family.keyPart + '|' + id.getAsLong() : shopDomain + '|' + topic;
    }

    /** Scans only as far as the field stands. */
    private static OptionalLong topLevelLong(byte[] body, String field) {
        try (JsonParser parser = JSON.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return OptionalLong.empty();
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean found = parser.currentName().equals(field);
                JsonToken value = parser.nextToken();
                if (found) {
                    return value == JsonToken.VALUE_NUMBER_INT
                            ? OptionalLong.of(parser.getLongValue())
                            : OptionalLong.empty();
                }
                parser.skipChildren();
            }
            return OptionalLong.empty();
        } catch (IOException brokenJson) {
            // sync-service dead-letters it; here it only loses its place in a resource's order
            return OptionalLong.empty();
        }
    }

    /** The resources whose events must stay in one order, whichever topic reports them. */
    private enum Family {
        PRODUCT("product"),
        INVENTORY_ITEM("inventory_item"),
        LOCATION("location"),
        NONE("");

        private final String keyPart;

        Family(String keyPart) {
            this.keyPart = keyPart;
        }

        static Family of(String topic) {
            return switch (resourceOf(topic)) {
                case "products", "variants" -> PRODUCT;
                case "inventory_items", "inventory_levels" -> INVENTORY_ITEM;
                case "locations" -> LOCATION;
                default -> NONE;
            };
        }

        String idField(String topic) {
            return switch (resourceOf(topic)) {
                case "variants" -> "product_id";
                case "inventory_levels" -> "inventory_item_id";
                default -> "id";
            };
        }

        private static String resourceOf(String topic) {
            int slash = topic.indexOf('/');
            return slash < 0 ? topic : topic.substring(0, slash);
        }
    }
}
