package dev.shopmirror.sync.delivery;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.shopmirror.event.EventSource;
import dev.shopmirror.sync.apply.Results;
import dev.shopmirror.sync.change.Change;

/**
 * A batch of deliveries, sorted by what is to be done with them.
 *
 * @param duplicates only counted
 * @param settled need no write to the mirror
 * @param open the rest
 */
record Batch(List<Delivery> duplicates, List<Settled> settled, List<Delivery> open) {

    static Batch sort(List<Delivery> deliveries, Set<DeliveryKey> alreadySettled, Map<String, KnownStore> stores) {
        Batch batch = new Batch(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Set<DeliveryKey> seen = new HashSet<>();
        for (Delivery delivery : deliveries) {
            boolean again =
                    alreadySettled.contains(delivery.key()) && delivery.event().source() != EventSource.REPLAY;
            if (again || !seen.add(delivery.key())) {
                batch.duplicates.add(delivery);
            } else {
                batch.add(delivery, Triage.settle(delivery, stores));
            }
        }
        return batch;
    }

    List<Change> changes() {
        return open.stream().map(Delivery::change).toList();
    }

    /** Everything but the duplicates, in the order of the keys. */
    List<Settled> outcomes(Results results) {
        List<Settled> outcomes = new ArrayList<>(settled);
        for (Delivery delivery : open) {
            outcomes.add(new Settled(delivery, Outcome.of(results.of(delivery.change()))));
        }
        return outcomes;
    }

    private void add(Delivery delivery, Optional<Outcome> outcome) {
        outcome.ifPresentOrElse(known -> settled.add(new Settled(delivery, known)), () -> open.add(delivery));
    }
}
