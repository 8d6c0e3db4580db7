package dev.shopmirror.simulator.subscription;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import dev.shopmirror.simulator.search.SearchFilter;

/**
 * A webhook subscription made through the Admin API.
 *
 * @param topic {@code products/update}
 * @param address where deliveries go
 * @param fields top-level fields that deliveries are cut down to; empty for all
 * @param filter which events are delivered, in Shopify's search syntax; null for all
 * @param name told in {@code X-Shopify-Name}; null for none
 * @param createdAt with the shop's offset, to the second
 * @param updatedAt the same
 * @param apiVersion the version deliveries are written in; the app's, whatever version the request named
 */
public record Subscription(
        long id,
        String topic,
        URI address,
        List<String> fields,
        List<String> metafieldNamespaces,
        @Nullable String filter,
        @Nullable String name,
        OffsetDateTime createdAt,
        OffsetDateTime updatedAt,
        String apiVersion) {

    /** @param body of an event, cut down to the fields */
    public boolean wants(JsonNode body) {
        return filter == null || SearchFilter.parse(filter).matches(body);
    }
}
