package dev.shopmirror.simulator.delivery;

import java.util.concurrent.Future;

import org.jspecify.annotations.Nullable;

import dev.shopmirror.simulator.courier.Delivery;

/** A delivery on its way through its attempts. Guarded by the lock of {@link Deliveries}. */
final class Run {

    final Delivery delivery;

    /** A second sending of the same delivery, without retries of its own. */
    final boolean copy;

    /** Brings it back into the line, while it waits for its time. */
    @Nullable
    Future<?> due;

    int attempts;
    int failuresInARow;
    int successesSeen;

    Run(Delivery delivery, boolean copy) {
        this.delivery = delivery;
        this.copy = copy;
    }
}
