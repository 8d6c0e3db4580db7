package dev.shopmirror.simulator.delivery;

import java.util.HashSet;
import java.util.Set;

/** What became of the deliveries, without a bound: some 200 bytes each. Guarded by the lock of {@link Deliveries}. */
final class Outcomes {

    private final Set<DeliveryKey> acknowledged = new HashSet<>();
    private final Set<DeliveryKey> givenUp = new HashSet<>();

    void acknowledged(Run run) {
        DeliveryKey key = DeliveryKey.of(run);
        acknowledged.add(key);
        givenUp.remove(key);
    }

    /** One whose duplicate arrived is not lost. */
    void givenUp(Run run) {
        DeliveryKey key = DeliveryKey.of(run);
        if (!acknowledged.contains(key)) {
            givenUp.add(key);
        }
    }

    Set<DeliveryKey> acknowledged() {
        return Set.copyOf(acknowledged);
    }

    Set<DeliveryKey> givenUp() {
        return Set.copyOf(givenUp);
    }
}
