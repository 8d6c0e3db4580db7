package dev.shopmirror.sync.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** Cuts a list into pieces of bounded size, in order. */
final class Chunks {

    private Chunks() {}

    /** An element that outweighs the bound stands alone. */
    static <T> List<List<T>> of(List<T> elements, int maxCount, ToLongFunction<T> weight, long maxWeight) {
        List<List<T>> chunks = new ArrayList<>();
        List<T> current = new ArrayList<>();
        long total = 0;
        for (T element : elements) {
            long added = weight.applyAsLong(element);
            if (!current.isEmpty() && (current.size() == maxCount || total + added > maxWeight)) {
                chunks.add(current);
                current = new ArrayList<>();
                total = 0;
            }
            current.add(element);
            total += added;
        }
        if (!current.isEmpty()) {
            chunks.add(current);
        }
        return chunks;
    }
}
