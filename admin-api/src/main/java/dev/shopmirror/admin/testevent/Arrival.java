package dev.shopmirror.admin.testevent;

import java.time.Duration;
import java.time.OffsetDateTime;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

import dev.shopmirror.admin.kafka.RecordPosition;
import dev.shopmirror.event.EventTopics;

/** What the ledger has of a test event. */
@ApplicationScoped
class Arrival {

    /** Both null until sync-service has committed it. */
    record Found(RecordPosition position, DatabaseHop hop) {

        static final Found NOTHING = new Found(null, DatabaseHop.MISSING);
    }

    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    private static final String FIND = """
            SELECT outcome, reason, received_at, committed_at, kafka_topic, kafka_partition, kafka_offset
            FROM webhook_delivery WHERE shop_domain = $1 AND topic = $2 AND webhook_id = $3""";

    private final Pool pool;

    Arrival(Pool pool) {
        this.pool = pool;
    }

    /** Looks until it is there, or patience ends. */
    Uni<Found> await(TestEvent event, Duration patience) {
        long looks = Math.max(1, patience.dividedBy(LOOK_EVERY));
        return find(event)
                .repeat()
                .withDelay(LOOK_EVERY)
                .whilst(found -> !found.hop().ok())
                .select()
                .first(looks)
                .collect()
                .last();
    }

    private Uni<Found> find(TestEvent event) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(event.shopDomain(), EventTopics.TEST, event.webhookId()))
                .map(Arrival::read);
    }

    private static Found read(RowSet<Row> rows) {
        if (!rows.iterator().hasNext()) {
            return Found.NOTHING;
        }
        Row row = rows.iterator().next();
        OffsetDateTime received = row.getOffsetDateTime("received_at");
        OffsetDateTime committed = row.getOffsetDateTime("committed_at");
        return new Found(
                new RecordPosition(
                        row.getString("kafka_topic"), row.getInteger("kafka_partition"), row.getLong("kafka_offset")),
                new DatabaseHop(
                        true,
                        row.getString("outcome"),
                        row.getString("reason"),
                        received.toInstant(),
                        committed.toInstant()));
    }
}
