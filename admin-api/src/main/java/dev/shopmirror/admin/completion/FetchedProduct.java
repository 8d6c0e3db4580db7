package dev.shopmirror.admin.completion;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A product as the GraphQL Admin API has it.
 *
 * @param product its own fields
 * @param variants all of them, over all pages
 */
record FetchedProduct(JsonNode product, List<JsonNode> variants) {

    /** In whole seconds, as events have it. */
    Instant updatedAt() {
        return OffsetDateTime.parse(product.path("updatedAt").asText())
                .toInstant()
                .truncatedTo(ChronoUnit.SECONDS);
    }
}
