package dev.shopmirror.sync.apply;

import java.util.IdentityHashMap;
import java.util.Map;

import dev.shopmirror.sync.change.Change;

/** The result of each change of a batch. Changes are told apart by identity: two events may say the same. */
public final class Results {

    private final Map<Change, Result> results = new IdentityHashMap<>();

    void put(Change change, Result result) {
        results.put(change, result);
    }

    /** @param change one of the batch */
    public Result of(Change change) {
        return results.getOrDefault(change, Result.SUPERSEDED);
    }
}
