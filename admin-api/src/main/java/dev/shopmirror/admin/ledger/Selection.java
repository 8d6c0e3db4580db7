package dev.shopmirror.admin.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which deliveries, with the caller's limits worked in.
 *
 * @param shopDomains only theirs, possibly of none; empty for every shop
 * @param filter whose store and shop are among those domains already
 */
public record Selection(Optional<List<String>> shopDomains, DeliveryFilter filter) {

    /** Those of them that were settled before that moment: a redrive does not run after what it brings about. */
    public Selection before(Instant moment) {
        Instant to = filter.to() == null || filter.to().isAfter(moment) ? moment : filter.to();
        DeliveryFilter earlier = new DeliveryFilter(
                filter.storeId(),
                filter.shopDomain(),
                filter.topic(),
                filter.outcome(),
                filter.reasons(),
                filter.resourceId(),
                filter.from(),
                to);
        return new Selection(shopDomains, earlier);
    }
}
