package dev.shopmirror.admin.replay;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import dev.shopmirror.admin.kafka.DeadLetter;
import dev.shopmirror.admin.kafka.KafkaRecords;
import dev.shopmirror.admin.kafka.ReadRecords;
import dev.shopmirror.admin.kafka.RecordPosition;
import dev.shopmirror.admin.ledger.Outcome;
import dev.shopmirror.admin.ledger.StoredDelivery;

/** Finds the bodies of deliveries: at their own positions, else among the dead letters, which are kept longer. */
@ApplicationScoped
class Bodies {

    /** A delivery with a record that holds its body. */
    record Body(StoredDelivery delivery, ConsumerRecord<String, byte[]> record) {}

    private final KafkaRecords records;

    Bodies(KafkaRecords records) {
        this.records = records;
    }

    /**
     * Hands over what is found, some at a time so that memory stays bounded. Blocks.
     *
     * @param found called at least once for every body that Kafka has
     */
    void read(List<StoredDelivery> deliveries, Consumer<List<Body>> found) {
        Map<RecordPosition, StoredDelivery> wanted = new HashMap<>();
        deliveries.forEach(delivery -> wanted.put(delivery.position(), delivery));
        readAt(wanted, found);
        Map<RecordPosition, StoredDelivery> copies = copies(wanted.values());
        readAt(copies, found);
    }

    /** Takes those that are found out of the wanted ones. */
    private void readAt(Map<RecordPosition, StoredDelivery> wanted, Consumer<List<Body>> found) {
        Collection<RecordPosition> ahead = Set.copyOf(wanted.keySet());
        while (!ahead.isEmpty()) {
            ReadRecords read = records.read(ahead);
            List<Body> bodies = read.found().entrySet().stream()
                    .map(entry -> new Body(wanted.get(entry.getKey()), entry.getValue()))
                    .filter(Bodies::isItsOwn)
                    .toList();
            if (!bodies.isEmpty()) {
                found.accept(bodies);
            }
            bodies.forEach(body -> wanted.remove(RecordPosition.of(body.record())));
            ahead = read.rest();
        }
    }

    private Map<RecordPosition, StoredDelivery> copies(Collection<StoredDelivery> missing) {
        List<StoredDelivery> putAside = missing.stream()
                .filter(delivery -> delivery.outcome() == Outcome.DEAD_LETTERED)
                .toList();
        if (putAside.isEmpty()) {
            return Map.of();
        }
        Map<RecordPosition, RecordPosition> located = records.locateDeadLetters(putAside.stream()
                .map(delivery -> new DeadLetter(delivery.position(), delivery.committedAt()))
                .toList());
        Map<RecordPosition, StoredDelivery> copies = new HashMap<>();
        putAside.stream()
                .filter(delivery -> located.containsKey(delivery.position()))
                .forEach(delivery -> copies.put(located.get(delivery.position()), delivery));
        return copies;
    }

    private static boolean isItsOwn(Body body) {
        StoredDelivery delivery = body.delivery();
        return ReplayRecord.isOf(delivery.key(), delivery.position(), body.record());
    }
}
