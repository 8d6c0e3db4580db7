package dev.shopmirror.simulator.subscription;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * A webhook subscription made through the Admin API.
 *
 * @param topic {@code products/update}
 * @param address where deliveries go
 * @param fields top-level fields that deliveries are cut down to; empty for all
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
        OffsetDateTime createdAt,
        OffsetDateTime updatedAt,
        String apiVersion) {}
