package dev.shopmirror.sync.apply;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

import dev.shopmirror.sync.change.Change;
import dev.shopmirror.sync.change.Rounds;
import dev.shopmirror.sync.table.Column;
import dev.shopmirror.sync.table.MirrorTable;

/** Writes changes in sets: a few statements a batch, whatever its size. */
@ApplicationScoped
public class ChangeApplier {

    /** Changes that one statement can write. */
    private record Shape(MirrorTable table, boolean deletion, Set<Column> columns) {

        static Shape of(Change change) {
            return new Shape(
                    change.key().table(), change.deletion(), change.row().columns());
        }
    }

    /**
     * Applies the changes on the connection's transaction.
     *
     * @param storeIds of every shop that the changes name
     */
    public Uni<Results> apply(SqlConnection connection, Map<String, UUID> storeIds, List<Change> changes) {
        Results results = new Results();
        return Multi.createFrom()
                .iterable(Rounds.fold(changes).rounds())
                .onItem()
                .transformToUniAndConcatenate(round -> applyRound(connection, storeIds, round, results))
                .collect()
                .last()
                .replaceWith(results);
    }

    private static Uni<Void> applyRound(
            SqlConnection connection, Map<String, UUID> storeIds, List<Change> round, Results results) {
        return Multi.createFrom()
                .iterable(groups(round))
                .onItem()
                .transformToUniAndConcatenate(group -> applyGroup(connection, storeIds, group, results))
                .collect()
                .last()
                .chain(() -> VariantWriter.write(connection, storeIds, writtenProducts(round, results)));
    }

    private static Collection<List<Change>> groups(List<Change> round) {
        Map<Shape, List<Change>> groups = new LinkedHashMap<>();
        for (Change change : round) {
            groups.computeIfAbsent(Shape.of(change), shape -> new ArrayList<>()).add(change);
        }
        return groups.values();
    }

    private static Uni<Void> applyGroup(
            SqlConnection connection, Map<String, UUID> storeIds, List<Change> group, Results results) {
        Shape shape = Shape.of(group.get(0));
        List<Target> targets = group.stream()
                .map(change -> Target.of(storeIds.get(change.key().shopDomain()), change))
                .toList();
        Uni<Set<RowId>> written = shape.deletion()
                ? Writes.delete(connection, shape.table(), targets)
                : Writes.upsert(connection, shape.table(), shape.columns(), targets);
        return written.invoke(rowIds -> note(group, targets, rowIds, results)).replaceWithVoid();
    }

    private static void note(List<Change> group, List<Target> targets, Set<RowId> written, Results results) {
        for (int i = 0; i < group.size(); i++) {
            results.put(group.get(i), written.contains(targets.get(i).rowId()) ? Result.WRITTEN : Result.STALE);
        }
    }

    private static List<Change> writtenProducts(List<Change> round, Results results) {
        return round.stream()
                .filter(change -> change.key().table() == MirrorTable.PRODUCT && !change.deletion())
                .filter(change -> results.of(change) == Result.WRITTEN)
                .toList();
    }
}
