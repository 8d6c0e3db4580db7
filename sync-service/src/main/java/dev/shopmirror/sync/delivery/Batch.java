package dev.shopmirror.sync.delivery;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.shopmirror.sync.apply.Results;
import dev.shopmirror.sync.store.KnownStore;

/**
 * A batch of deliveries, sorted by what is to be done with them.
 *
 * @param duplicates only counted
 * @param settled need no write to the mirror
 * @param changes to the mirror
 * @param storeEvents changes to stores, in the order of the batch
 */
record Batch(List<Delivery> duplicates, List<Settled> settled, List<Delivery> changes, List<Delivery> storeEvents) {

    static Batch sort(List<Delivery> deliveries, Map<DeliveryKey, LedgerEntry> known, Map<String, KnownStore> stores) {
        Batch batch = new Batch(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Set<DeliveryKey> seen = new HashSet<>();
        for (Delivery delivery : deliveries) {
            LedgerEntry entry = known.get(delivery.key());
            if (entry != null && entry.settles(delivery) || !seen.add(delivery.key())) {
                batch.duplicates.add(delivery);
            } else {
                batch.add(delivery, Triage.settle(delivery, stores));
            }
        }
        return batch;
    }

    List<Settled> outcomesOfChanges(Results results) {
        return changes.stream()
                .map(delivery -> new Settled(delivery, Outcome.of(results.of(delivery.change()))))
                .toList();
    }

    private void add(Delivery delivery, Optional<Outcome> outcome) {
        if (outcome.isPresent()) {
            settled.add(new Settled(delivery, outcome.get()));
        } else {
            (delivery.change() == null ? storeEvents : changes).add(delivery);
        }
    }
}
