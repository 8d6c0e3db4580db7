package dev.shopmirror.sync.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;

import dev.shopmirror.sync.apply.ChangeApplier;
import dev.shopmirror.sync.change.Change;
import dev.shopmirror.sync.store.KnownStore;
import dev.shopmirror.sync.store.KnownStores;
import dev.shopmirror.sync.store.StoreEvent;
import dev.shopmirror.sync.store.StoreWriter;

/** Brings a batch into the mirror and into the ledger: in one transaction, or not at all. */
@ApplicationScoped
public class BatchTransaction {

    private final Pool pool;
    private final KnownStores knownStores;
    private final DeliveryLedger ledger;
    private final ChangeApplier applier;
    private final StoreWriter storeWriter;

    BatchTransaction(
            Pool pool, KnownStores knownStores, DeliveryLedger ledger, ChangeApplier applier, StoreWriter storeWriter) {
        this.pool = pool;
        this.knownStores = knownStores;
        this.ledger = ledger;
        this.applier = applier;
        this.storeWriter = storeWriter;
    }

    /**
     * @param beforeCommit runs when all is written; if it fails, nothing was
     * @return the outcomes, duplicates left out
     */
    public Uni<List<Settled>> run(List<Delivery> deliveries, Function<List<Settled>, Uni<Void>> beforeCommit) {
        return pool.withTransaction(connection -> write(connection, deliveries).call(beforeCommit::apply));
    }

    private Uni<List<Settled>> write(SqlConnection connection, List<Delivery> deliveries) {
        boolean storesChange = deliveries.stream().anyMatch(delivery -> delivery.storeEvent() != null);
        return knownStores
                .hold(connection, shopDomains(deliveries), storesChange)
                .flatMap(stores -> ledger.find(connection, deliveries)
                        .map(known -> Batch.sort(deliveries, known, stores))
                        .flatMap(batch -> write(connection, batch, stores)));
    }

    private Uni<List<Settled>> write(SqlConnection connection, Batch batch, Map<String, KnownStore> stores) {
        List<Settled> outcomes = new ArrayList<>(batch.settled());
        return applyChanges(connection, batch, stores)
                .invoke(outcomes::addAll)
                .chain(() -> applyStoreEvents(connection, batch, stores))
                .invoke(outcomes::addAll)
                .chain(() -> record(connection, batch, outcomes));
    }

    private Uni<List<Settled>> applyChanges(SqlConnection connection, Batch batch, Map<String, KnownStore> stores) {
        List<Change> changes = batch.changes().stream().map(Delivery::change).toList();
        return applier.apply(connection, ids(stores), changes).map(batch::outcomesOfChanges);
    }

    private Uni<List<Settled>> applyStoreEvents(SqlConnection connection, Batch batch, Map<String, KnownStore> stores) {
        return Multi.createFrom()
                .iterable(batch.storeEvents())
                .onItem()
                .transformToUniAndConcatenate(delivery ->
                        apply(connection, delivery, stores.get(delivery.event().shopDomain())))
                .collect()
                .asList();
    }

    private Uni<Settled> apply(SqlConnection connection, Delivery delivery, KnownStore store) {
        StoreEvent event = delivery.storeEvent();
        return storeWriter
                .write(connection, store, event)
                .call(changed -> changed && event.kind() == StoreEvent.Kind.UNINSTALLED
                        ? eraseIfDemanded(connection, store)
                        : Uni.createFrom().voidItem())
                .map(changed -> new Settled(delivery, Outcome.of(event, changed)));
    }

    /** A demand to erase comes days after the uninstall, and yet may be read first: Kafka orders only within a partition. */
    private Uni<Void> eraseIfDemanded(SqlConnection connection, KnownStore store) {
        return ledger.takeUpErasure(connection, store)
                .flatMap(demand -> demand.isPresent()
                        ? storeWriter.redact(connection, store, demand.get()).replaceWithVoid()
                        : Uni.createFrom().voidItem());
    }

    /** Answers the outcomes that stand: another replica may have been faster with a copy. */
    private Uni<List<Settled>> record(SqlConnection connection, Batch batch, List<Settled> outcomes) {
        return ledger.record(connection, outcomes)
                .flatMap(recorded -> ledger.countDuplicates(connection, duplicates(batch, outcomes, recorded))
                        .replaceWith(() -> standing(outcomes, recorded)));
    }

    private static List<Settled> standing(List<Settled> outcomes, Set<DeliveryKey> recorded) {
        return outcomes.stream()
                .filter(settled -> recorded.contains(settled.delivery().key()))
                .toList();
    }

    private static List<Delivery> duplicates(Batch batch, List<Settled> outcomes, Set<DeliveryKey> recorded) {
        List<Delivery> duplicates = new ArrayList<>(batch.duplicates());
        outcomes.stream()
                .map(Settled::delivery)
                .filter(delivery -> !recorded.contains(delivery.key()))
                .forEach(duplicates::add);
        return duplicates;
    }

    private static Set<String> shopDomains(List<Delivery> deliveries) {
        return deliveries.stream()
                .map(delivery -> delivery.event().shopDomain())
                .collect(Collectors.toSet());
    }

    private static Map<String, UUID> ids(Map<String, KnownStore> stores) {
        return stores.values().stream().collect(Collectors.toMap(KnownStore::shopDomain, KnownStore::id));
    }
}
