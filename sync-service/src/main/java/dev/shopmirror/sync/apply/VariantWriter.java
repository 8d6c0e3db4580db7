package dev.shopmirror.sync.apply;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

import dev.shopmirror.sync.change.Change;
import dev.shopmirror.sync.table.Column;
import dev.shopmirror.sync.table.MirrorTable;

/** Writes the variants of products that were just written, and removes those that a complete list leaves out. */
final class VariantWriter {

    private static final Comparator<Target> LOCK_ORDER =
            Comparator.comparing(Target::storeId).thenComparingLong(Target::id);

    private VariantWriter() {}

    static Uni<Void> write(SqlConnection connection, Map<String, UUID> storeIds, List<Change> products) {
        return Multi.createFrom()
                .iterable(byColumns(storeIds, products).entrySet())
                .onItem()
                .transformToUniAndConcatenate(
                        group -> Statements.upsert(connection, MirrorTable.VARIANT, group.getKey(), group.getValue()))
                .collect()
                .last()
                .chain(() -> remove(connection, new VariantRemoval(storeIds, products)))
                .chain(() -> mark(connection, new Gaps(storeIds, products)));
    }

    private static Uni<Void> mark(SqlConnection connection, Gaps gaps) {
        return gaps.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection.preparedQuery(Gaps.SQL).execute(gaps.parameters()).replaceWithVoid();
    }

    private static Uni<Void> remove(SqlConnection connection, VariantRemoval removal) {
        return removal.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection
                        .preparedQuery(VariantRemoval.SQL)
                        .execute(removal.parameters())
                        .replaceWithVoid();
    }

    private static Map<Set<Column>, List<Target>> byColumns(Map<String, UUID> storeIds, List<Change> products) {
        Map<Set<Column>, List<Target>> groups = new LinkedHashMap<>();
        for (Target variant : sortedVariants(storeIds, products)) {
            groups.computeIfAbsent(variant.row().columns(), columns -> new ArrayList<>())
                    .add(variant);
        }
        return groups;
    }

    /** Each variant once, even if two products claim it: a statement cannot write a row twice. */
    private static List<Target> sortedVariants(Map<String, UUID> storeIds, List<Change> products) {
        Map<RowId, Target> variants = new HashMap<>();
        for (Change product : products) {
            UUID storeId = storeIds.get(product.key().shopDomain());
            product.variants().rows().forEach((id, row) -> {
                Target variant = new Target(storeId, id, 0, null, row);
                variants.put(variant.rowId(), variant);
            });
        }
        return sorted(variants.values());
    }

    private static List<Target> sorted(Collection<Target> variants) {
        return variants.stream().sorted(LOCK_ORDER).toList();
    }
}
