package dev.shopmirror.sync.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * A batch folded for set-based writing: in one round no resource occurs twice, and rounds are applied in order. A storm
 * of full updates to one product is one row of one round.
 *
 * @param rounds each sorted by key, the order in which rows are locked
 */
public record Rounds(List<List<Change>> rounds) {

    public static Rounds fold(List<Change> changes) {
        var byResource = new TreeMap<ResourceKey, List<Change>>();
        for (Change change : changes) {
            byResource.computeIfAbsent(change.key(), key -> new ArrayList<>()).add(change);
        }
        List<List<Change>> rounds = new ArrayList<>();
        byResource.values().forEach(ofResource -> addToRounds(rounds, newestFirst(ofResource)));
        return new Rounds(rounds);
    }

    private static void addToRounds(List<List<Change>> rounds, List<Change> newestFirst) {
        List<Change> needed = dropCovered(newestFirst);
        for (int i = 0; i < needed.size(); i++) {
            if (rounds.size() == i) {
                rounds.add(new ArrayList<>());
            }
            rounds.get(i).add(needed.get(needed.size() - 1 - i));
        }
    }

    private static List<Change> newestFirst(List<Change> changes) {
        changes.sort(Comparator.comparing(Change::version).reversed());
        return changes;
    }

    private static List<Change> dropCovered(List<Change> newestFirst) {
        List<Change> needed = new ArrayList<>();
        for (Change change : newestFirst) {
            if (needed.isEmpty() || !needed.get(needed.size() - 1).covers(change)) {
                needed.add(change);
            }
        }
        return needed;
    }
}
