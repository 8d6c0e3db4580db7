package dev.shopmirror.admin.redrive;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.shopmirror.admin.ledger.FilterText;

/** Which deliveries to send once more: one, those of a filter, or all dead letters. */
@Schema(name = "RedriveRequest")
record RedriveRequest(
        @Schema(description = "Only this delivery") String id,

        @Schema(description = "All dead letters that the token may see")
        Boolean all,

        @Schema(description = "Those of this store") String storeId,

        @Schema(description = "Those of this shop") String shopDomain,
        @Schema(examples = "products/update") String topic,

        @Schema(
                description = "Ignored ones only together with a store or a shop",
                enumeration = {"dead_lettered", "ignored"},
                defaultValue = "dead_lettered")
        String outcome,

        @Schema(
                description = "Code of the reason. Ignored ones without it are those of an unknown or inactive store:"
                        + " the others would only be ignored again",
                examples = "inactive_store")
        String reason,

        @Schema(description = "Shopify's id of the product, inventory item or location")
        String resourceId,

        @Schema(description = "Committed then or later", format = "date-time")
        String from,

        @Schema(description = "Committed earlier", format = "date-time")
        String to) {

    @Schema(hidden = true)
    boolean isFilter() {
        return storeId != null
                || shopDomain != null
                || topic != null
                || outcome != null
                || reason != null
                || resourceId != null
                || from != null
                || to != null;
    }

    FilterText filter() {
        return new FilterText(storeId, shopDomain, topic, outcome, reason, resourceId, from, to);
    }
}
