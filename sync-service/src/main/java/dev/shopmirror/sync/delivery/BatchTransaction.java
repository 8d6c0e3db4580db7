package dev.shopmirror.sync.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;

import dev.shopmirror.sync.apply.ChangeApplier;

/** Brings a batch into the mirror and into the ledger: in one transaction, or not at all. */
@ApplicationScoped
public class BatchTransaction {

    private final Pool pool;
    private final KnownStores knownStores;
    private final DeliveryLedger ledger;
    private final ChangeApplier applier;

    BatchTransaction(Pool pool, KnownStores knownStores, DeliveryLedger ledger, ChangeApplier applier) {
        this.pool = pool;
        this.knownStores = knownStores;
        this.ledger = ledger;
        this.applier = applier;
    }

    /**
     * @param beforeCommit runs when all is written; if it fails, nothing was
     * @return the outcomes, duplicates left out
     */
    public Uni<List<Settled>> run(List<Delivery> deliveries, Function<List<Settled>, Uni<Void>> beforeCommit) {
        return pool.withTransaction(connection -> write(connection, deliveries).call(beforeCommit::apply));
    }

    private Uni<List<Settled>> write(SqlConnection connection, List<Delivery> deliveries) {
        return knownStores.lock(connection, deliveries).flatMap(stores -> ledger.findSettled(connection, deliveries)
                .map(settled -> Batch.sort(deliveries, settled, stores))
                .flatMap(batch -> write(connection, batch, stores)));
    }

    private Uni<List<Settled>> write(SqlConnection connection, Batch batch, Map<String, KnownStore> stores) {
        return applier.apply(connection, ids(stores), batch.changes())
                .map(batch::outcomes)
                .call(outcomes -> record(connection, batch, outcomes));
    }

    private Uni<Void> record(SqlConnection connection, Batch batch, List<Settled> outcomes) {
        return ledger.record(connection, outcomes)
                .flatMap(recorded -> ledger.countDuplicates(connection, duplicates(batch, outcomes, recorded)));
    }

    private static List<Delivery> duplicates(Batch batch, List<Settled> outcomes, Set<DeliveryKey> recorded) {
        List<Delivery> duplicates = new ArrayList<>(batch.duplicates());
        outcomes.stream()
                .map(Settled::delivery)
                .filter(delivery -> !recorded.contains(delivery.key()))
                .forEach(duplicates::add);
        return duplicates;
    }

    private static Map<String, UUID> ids(Map<String, KnownStore> stores) {
        return stores.values().stream().collect(Collectors.toMap(KnownStore::shopDomain, KnownStore::id));
    }
}
