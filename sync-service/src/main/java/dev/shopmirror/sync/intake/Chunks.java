package dev.shopmirror.sync.intake;

import java.util.ArrayList;
import java.util.List;

import dev.shopmirror.sync.delivery.Delivery;

/** Cuts what one poll brought into transactions of bounded size, in order. */
final class Chunks {

    private final int maxRecords;
    private final long maxBytes;
    private final int maxVariants;

    private final List<List<Delivery>> chunks = new ArrayList<>();
    private List<Delivery> current = new ArrayList<>();
    private long bytes;
    private int variants;

    private Chunks(int maxRecords, long maxBytes, int maxVariants) {
        this.maxRecords = maxRecords;
        this.maxBytes = maxBytes;
        this.maxVariants = maxVariants;
    }

    /** A delivery that is larger than the bounds stands alone. */
    static List<List<Delivery>> of(List<Delivery> deliveries, int maxRecords, long maxBytes, int maxVariants) {
        Chunks chunks = new Chunks(maxRecords, maxBytes, maxVariants);
        deliveries.forEach(chunks::add);
        chunks.close();
        return chunks.chunks;
    }

    private void add(Delivery delivery) {
        boolean full = current.size() == maxRecords
                || bytes + delivery.bytes() > maxBytes
                || variants + delivery.variants() > maxVariants;
        if (full) {
            close();
        }
        current.add(delivery);
        bytes += delivery.bytes();
        variants += delivery.variants();
    }

    private void close() {
        if (!current.isEmpty()) {
            chunks.add(current);
        }
        current = new ArrayList<>();
        bytes = 0;
        variants = 0;
    }
}
