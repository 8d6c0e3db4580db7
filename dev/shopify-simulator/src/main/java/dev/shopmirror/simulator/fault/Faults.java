package dev.shopmirror.simulator.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;
import java.util.Optional;

/** One shop's faults. The first that concerns a call takes it. */
public final class Faults {

    private final List<Fault> faults = new ArrayList<>();

    /** One more, after those that are there. */
    public synchronized void add(Fault fault) {
        faults.add(fault);
    }

    /** These instead of those that are there. */
    public synchronized void replace(List<Fault> others) {
        faults.clear();
        faults.addAll(others);
    }

    /** Everything works again. */
    public synchronized void clear() {
        faults.clear();
    }

    /** Those still to come, with the calls they still concern. */
    public synchronized List<Fault> all() {
        return List.copyOf(faults);
    }

    /** @param path behind the shop, without the leading slash */
    public synchronized Optional<Fault> next(String method, String path) {
        ListIterator<Fault> iterator = faults.listIterator();
        while (iterator.hasNext()) {
            Fault fault = iterator.next();
            if (fault.concerns(method, path)) {
                use(fault, iterator);
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    private static void use(Fault fault, ListIterator<Fault> iterator) {
        if (fault.times() == 1) {
            iterator.remove();
        } else if (fault.times() > 1) {
            iterator.set(fault.times(fault.times() - 1));
        }
    }
}
