package dev.shopmirror.simulator.admin;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.shopmirror.simulator.json.InvalidBody;
import dev.shopmirror.simulator.json.Json;

/**
 * Where a page begins: after an id, or before one. As {@code page_info} it is opaque to callers and carries the filter,
 * because Shopify refuses filters beside it.
 */
record Cursor(Filter filter, long id, boolean backwards) {

    String pageInfo() {
        ObjectNode json = Json.NODES.objectNode();
        filter.topic().ifPresent(topic -> json.put("topic", topic));
        filter.address().ifPresent(address -> json.put("address", address));
        json.put("id", id).put("backwards", backwards);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Json.write(json));
    }

    static Cursor parse(String pageInfo) {
        try {
            ObjectNode json = Json.readObject(Base64.getUrlDecoder().decode(pageInfo.getBytes(StandardCharsets.UTF_8)));
            Filter filter = new Filter(text(json, "topic"), text(json, "address"));
            return new Cursor(
                    filter, json.path("id").longValue(), json.path("backwards").booleanValue());
        } catch (IllegalArgumentException | InvalidBody e) {
            throw new InvalidBody("page_info: Invalid value.");
        }
    }

    private static Optional<String> text(ObjectNode json, String field) {
        return Optional.ofNullable(json.path(field).textValue());
    }
}
