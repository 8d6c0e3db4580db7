package dev.shopmirror.simulator.delivery;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest attempts; older ones are forgotten. */
final class DeliveryLog {

    private static final int KEPT = 20_000;

    private final Deque<DeliveryAttempt> attempts = new ArrayDeque<>();

    void add(DeliveryAttempt attempt) {
        if (attempts.size() == KEPT) {
            attempts.removeFirst();
        }
        attempts.addLast(attempt);
    }

    List<DeliveryAttempt> oldestFirst() {
        return List.copyOf(attempts);
    }
}
