package dev.shopmirror.admin.redrive;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import dev.shopmirror.admin.ledger.LedgerPosition;
import dev.shopmirror.admin.replay.Replayed;

/**
 * Who works on a redrive. One replica works on one redrive at a time, so that the rate is the deployment's; one that
 * falls silent loses it, and what it then still reports no longer counts.
 */
@ApplicationScoped
class RedriveLease {

    /** A redrive in somebody's hands. */
    record Held(RedriveJob job, UUID holder) {}

    /** Any number, if only all replicas have the same, and no other job has it. */
    private static final long LOCK = 0x7265647269766573L;

    private static final String TRY_LOCK = "SELECT pg_try_advisory_xact_lock($1)";

    /** The one that was silent for longest: one that gets nowhere has been tried since, and lets the others go first. */
    private static final String CLAIM = """
            UPDATE redrive_job SET holder = $1, updated_at = now()
            WHERE id = (
                SELECT id FROM redrive_job
                WHERE status = 'running' AND NOT EXISTS (
                    SELECT FROM redrive_job held
                    WHERE held.status = 'running' AND held.holder IS NOT NULL
                        AND held.updated_at > now() - make_interval(secs => $2))
                ORDER BY updated_at, id LIMIT 1)
            RETURNING *""";

    private static final String KEEP =
            "UPDATE redrive_job SET updated_at = now() WHERE id = $1 AND holder = $2 AND status = 'running'";

    /** What was published before a cancellation was seen counts too. */
    private static final String ADVANCE = """
            UPDATE redrive_job SET published = published + $3, gone = gone + $4, position = $5, error = NULL,
                updated_at = now()
            WHERE id = $1 AND holder = $2 AND status IN ('running', 'cancelled')
            RETURNING status = 'running'""";

    private static final String FINISH = """
            UPDATE redrive_job SET status = $3, error = $4, holder = NULL, updated_at = now(), finished_at = now()
            WHERE id = $1 AND holder = $2 AND status = 'running'""";

    private static final String RELEASE = """
            UPDATE redrive_job SET holder = NULL, error = $3, updated_at = now()
            WHERE id = $1 AND holder = $2 AND status = 'running'""";

    private final Pool pool;
    private final double leaseSeconds;

    RedriveLease(Pool pool, RedriveConfig config) {
        this.pool = pool;
        this.leaseSeconds = config.lease().toMillis() / 1000.0;
    }

    /** A redrive that waits; null when there is none, or one is being worked on. */
    Uni<Held> claim() {
        return pool.withTransaction(connection -> locked(connection)
                .flatMap(locked -> locked ? claim(connection) : Uni.createFrom().nullItem()));
    }

    /** Says that it is still in hand, so that nobody takes it over. */
    Uni<Void> keep(Held held) {
        return update(KEEP, Tuple.of(held.job().id(), held.holder())).replaceWithVoid();
    }

    /** False when the redrive was cancelled or is somebody else's now. */
    Uni<Boolean> advance(Held held, Replayed chunk, LedgerPosition last) {
        return pool.preparedQuery(ADVANCE)
                .execute(Tuple.of(
                        held.job().id(),
                        held.holder(),
                        (long) chunk.published(),
                        (long) chunk.gone(),
                        JobFilter.of(last)))
                .map(rows -> rows.rowCount() == 1 && rows.iterator().next().getBoolean(0));
    }

    Uni<Boolean> done(Held held) {
        return update(FINISH, Tuple.of(held.job().id(), held.holder(), RedriveJob.DONE, null));
    }

    Uni<Boolean> failed(Held held, String reason) {
        return update(FINISH, Tuple.of(held.job().id(), held.holder(), RedriveJob.FAILED, reason));
    }

    /** It goes on when it is claimed again, by whomsoever. */
    Uni<Boolean> release(Held held, String reason) {
        return update(RELEASE, Tuple.of(held.job().id(), held.holder(), reason));
    }

    private static Uni<Boolean> locked(SqlConnection connection) {
        return connection.preparedQuery(TRY_LOCK).execute(Tuple.of(LOCK)).map(rows -> rows.iterator()
                .next()
                .getBoolean(0));
    }

    private Uni<Held> claim(SqlConnection connection) {
        UUID holder = UUID.randomUUID();
        return connection
                .preparedQuery(CLAIM)
                .execute(Tuple.of(holder, leaseSeconds))
                .map(rows -> held(rows, holder));
    }

    private static Held held(RowSet<Row> rows, UUID holder) {
        return rows.rowCount() == 0
                ? null
                : new Held(RedriveJob.of(rows.iterator().next()), holder);
    }

    private Uni<Boolean> update(String sql, Tuple values) {
        return pool.preparedQuery(sql).execute(values).map(rows -> rows.rowCount() == 1);
    }
}
