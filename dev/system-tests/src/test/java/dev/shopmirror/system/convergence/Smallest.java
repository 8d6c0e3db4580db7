package dev.shopmirror.system.convergence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

import net.jqwik.api.Shrinkable;

/**
 * Searches the smallest value that still fails. Candidates are tried many at a time, since trying one takes as long as
 * trying forty, and twice each, since a failure may need some luck.
 */
final class Smallest<T> {

    private static final int AT_A_TIME = 20;
    private static final int TRIES_EACH = 2;

    /** Tries values. */
    interface Attempts<T> {

        /** For each value, in their order, whether it failed. */
        List<Boolean> fail(List<T> values) throws Exception;
    }

    private final Attempts<T> attempts;
    private final Duration atMost;

    Smallest(Attempts<T> attempts, Duration atMost) {
        this.attempts = attempts;
        this.atMost = atMost;
    }

    /** The smallest that was found in the time given. */
    T of(Shrinkable<T> failing) throws Exception {
        Instant deadline = Instant.now().plus(atMost);
        Shrinkable<T> smallest = failing;
        Optional<Shrinkable<T>> smaller = Optional.of(failing);
        while (smaller.isPresent() && Instant.now().isBefore(deadline)) {
            smallest = smaller.get();
            smaller = firstFailing(smallest, deadline);
        }
        return smallest.value();
    }

    private Optional<Shrinkable<T>> firstFailing(Shrinkable<T> failing, Instant deadline) throws Exception {
        Iterator<Shrinkable<T>> candidates = failing.shrink()
                .filter(candidate -> candidate.distance().compareTo(failing.distance()) < 0)
                .iterator();
        while (candidates.hasNext() && Instant.now().isBefore(deadline)) {
            List<Shrinkable<T>> some = new ArrayList<>();
            while (candidates.hasNext() && some.size() < AT_A_TIME) {
                some.add(candidates.next());
            }
            Optional<Shrinkable<T>> found = firstFailing(some);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Shrinkable<T>> firstFailing(List<Shrinkable<T>> candidates) throws Exception {
        List<T> values = new ArrayList<>();
        for (int attempt = 0; attempt < TRIES_EACH; attempt++) {
            candidates.forEach(candidate -> values.add(candidate.value()));
        }
        List<Boolean> failed = attempts.fail(values);
        for (int i = 0; i < values.size(); i++) {
            if (failed.get(i)) {
                return Optional.of(candidates.get(i % candidates.size()));
            }
        }
        return Optional.empty();
    }
}
