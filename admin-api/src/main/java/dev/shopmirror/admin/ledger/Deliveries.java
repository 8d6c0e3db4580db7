package dev.shopmirror.admin.ledger;

import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;

import dev.shopmirror.admin.paging.Conditions;
import dev.shopmirror.admin.paging.Cursor;
import dev.shopmirror.admin.paging.Page;
import dev.shopmirror.admin.problem.Problem;
import dev.shopmirror.admin.problem.ProblemException;

/** What became of the deliveries. sync-service writes it; here it is only read. */
@ApplicationScoped
public class Deliveries {

    private final Pool pool;
    private final Selections selections;

    Deliveries(Pool pool, Selections selections) {
        this.pool = pool;
        this.selections = selections;
    }

    /** Newest first. */
    public Uni<Page<StoredDelivery>> list(DeliveryFilter filter, int limit, String cursor) {
        Optional<LedgerPosition> after = LedgerQueries.position(cursor);
        return selections
                .of(filter)
                .flatMap(selection -> newest(selection, limit + 1, after))
                .map(rows -> Page.of(rows, limit, Deliveries::cursorKey));
    }

    /** Fails with a problem when there is none, or none that the caller may see. */
    public Uni<StoredDelivery> get(String id) {
        DeliveryKey key = DeliveryKey.parse(id).orElseThrow(Deliveries::notFound);
        return selections
                .visible()
                .flatMap(visible -> get(key, visible))
                .onItem()
                .ifNull()
                .failWith(Deliveries::notFound);
    }

    public Uni<Long> count(Selection selection) {
        Conditions conditions = LedgerQueries.matching(selection);
        return pool.preparedQuery(LedgerQueries.count(conditions))
                .execute(conditions.values())
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /** In the order of their commits. */
    public Uni<List<StoredDelivery>> next(Selection selection, Optional<LedgerPosition> after, int limit) {
        Conditions conditions = LedgerQueries.matching(selection);
        after.ifPresent(position -> LedgerQueries.after(conditions, position));
        return query(LedgerQueries.oldestFirst(conditions, limit), conditions);
    }

    private Uni<List<StoredDelivery>> newest(Selection selection, int limit, Optional<LedgerPosition> after) {
        Conditions conditions = LedgerQueries.matching(selection);
        after.ifPresent(position -> LedgerQueries.before(conditions, position));
        return query(LedgerQueries.newestFirst(conditions, limit), conditions);
    }

    private Uni<StoredDelivery> get(DeliveryKey key, Optional<List<String>> visible) {
        if (visible.isPresent() && !visible.get().contains(key.shopDomain())) {
            return Uni.createFrom().nullItem();
        }
        Conditions conditions = LedgerQueries.key(key);
        return query(LedgerQueries.newestFirst(conditions, 1), conditions)
                .map(rows -> rows.isEmpty() ? null : rows.get(0));
    }

    private Uni<List<StoredDelivery>> query(String sql, Conditions conditions) {
        return pool.preparedQuery(sql).execute(conditions.values()).map(Deliveries::deliveries);
    }

    private static List<StoredDelivery> deliveries(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(StoredDelivery::of)
                .toList();
    }

    private static String cursorKey(StoredDelivery last) {
        DeliveryKey key = last.key();
        return Cursor.key(last.committedAt(), key.shopDomain(), key.topic(), key.webhookId());
    }

    private static ProblemException notFound() {
        return ProblemException.of(
                Problem.DELIVERY_NOT_FOUND, "Ids are those that lists show; rows are removed after the retention time");
    }
}
