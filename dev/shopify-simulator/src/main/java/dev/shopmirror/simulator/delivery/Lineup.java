package dev.shopmirror.simulator.delivery;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** The deliveries that may start now, in their order, and those held back until others have overtaken them. */
final class Lineup {

    private final Deque<Run> ready = new ArrayDeque<>();
    private final List<Held> held = new ArrayList<>();

    /** @param overtakenBy how many others start first; 0 to stand at the end of the line */
    void add(Run run, int overtakenBy) {
        if (overtakenBy == 0) {
            ready.addLast(run);
        } else {
            held.add(new Held(run, overtakenBy));
        }
    }

    /** The next to start, or null when none may. */
    @Nullable
    Run poll() {
        Run next = ready.pollFirst();
        if (next != null) {
            countOvertaking();
        }
        return next;
    }

    /** Whether only held ones are left, which nothing overtakes any more. */
    boolean starved() {
        return ready.isEmpty() && !held.isEmpty();
    }

    void releaseHeld() {
        held.forEach(one -> ready.addLast(one.run));
        held.clear();
    }

    void clear() {
        ready.clear();
        held.clear();
    }

    int size() {
        return ready.size() + held.size();
    }

    private void countOvertaking() {
        for (Iterator<Held> all = held.iterator(); all.hasNext(); ) {
            Held one = all.next();
            if (--one.overtakers == 0) {
                all.remove();
                ready.addFirst(one.run);
            }
        }
    }

    private static final class Held {

        private final Run run;
        private int overtakers;

        Held(Run run, int overtakers) {
            this.run = run;
            this.overtakers = overtakers;
        }
    }
}
