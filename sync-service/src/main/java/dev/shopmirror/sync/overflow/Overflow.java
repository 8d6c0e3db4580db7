package dev.shopmirror.sync.overflow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What of a poll is worked off now, and what is put off so that no store waits behind another one's backlog.
 *
 * @param kept in the order of the poll
 * @param excess in the order of the poll
 */
record Overflow<T>(List<T> kept, List<T> excess) {

    /**
     * @param store of an event
     * @param receivedAt of an event
     * @param lateBefore an event received earlier is late; only late ones are put off
     * @param maxPerStore how many late events of each store are kept
     */
    static <T> Overflow<T> of(
            List<T> poll,
            Function<T, String> store,
            Function<T, Instant> receivedAt,
            Instant lateBefore,
            int maxPerStore) {
        Overflow<T> split = new Overflow<>(new ArrayList<>(), new ArrayList<>());
        Map<String, Integer> late = new HashMap<>();
        for (T event : poll) {
            boolean isLate = receivedAt.apply(event).isBefore(lateBefore);
            boolean isExcess = isLate && late.merge(store.apply(event), 1, Integer::sum) > maxPerStore;
            (isExcess ? split.excess : split.kept).add(event);
        }
        return split;
    }
}
