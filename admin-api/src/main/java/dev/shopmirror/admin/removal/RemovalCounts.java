package dev.shopmirror.admin.removal;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What there is of a store. */
@RegisterForReflection
record RemovalCounts(
        long products,
        long variants,
        long inventoryLevels,
        long inventoryItems,
        long locations,

        @Schema(description = "Our records of them; at Shopify they stay")
        long webhookSubscriptions,

        @Schema(description = "Kept until their retention ends, for they are the shop's and not the store's")
        long deliveriesKept) {

    /** For people. */
    String describe() {
        return "%d products, %d variants, %d inventory levels, %d inventory items, %d locations and the records of %d webhook subscriptions"
                .formatted(products, variants, inventoryLevels, inventoryItems, locations, webhookSubscriptions);
    }
}
