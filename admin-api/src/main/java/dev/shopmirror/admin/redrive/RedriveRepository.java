package dev.shopmirror.admin.redrive;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

import dev.shopmirror.admin.paging.Conditions;

/** The table {@code redrive_job}, as operators see it. */
@ApplicationScoped
class RedriveRepository {

    /** A job of one delivery is published before it is written, and one of none has nothing to do. */
    private static final String INSERT = """
            INSERT INTO redrive_job (id, requested_by, filter, status, total, published, finished_at)
            VALUES ($1, $2, $3, $4, $5, $6, CASE $4 WHEN 'running' THEN NULL ELSE now() END) RETURNING *""";

    private static final String CANCEL = """
            UPDATE redrive_job SET status = 'cancelled', updated_at = now(), finished_at = now()
            WHERE id = $1 AND status = 'running' RETURNING *""";

    private final Pool pool;

    RedriveRepository(Pool pool) {
        this.pool = pool;
    }

    Uni<RedriveJob> insertRunning(String requestedBy, JsonObject filter, long total) {
        return first(INSERT, Tuple.of(UUID.randomUUID(), requestedBy, filter, RedriveJob.RUNNING, total, 0L));
    }

    Uni<RedriveJob> insertDone(String requestedBy, JsonObject filter, long published) {
        return first(INSERT, Tuple.of(UUID.randomUUID(), requestedBy, filter, RedriveJob.DONE, published, published));
    }

    /** Null when there is none that the caller may see. */
    Uni<RedriveJob> find(UUID id, Optional<List<String>> visible) {
        Conditions conditions = visibleTo(visible).and("id = ?", id);
        return first("SELECT * FROM redrive_job " + conditions.where(), conditions.values());
    }

    /** Newest first. */
    Uni<List<RedriveJob>> list(Optional<List<String>> visible, Optional<JobPosition> after, int limit) {
        Conditions conditions = visibleTo(visible);
        after.ifPresent(position -> conditions.and(
                "requested_at <= ? AND (requested_at < ? OR id > ?)",
                position.requestedAt().atOffset(ZoneOffset.UTC),
                position.requestedAt().atOffset(ZoneOffset.UTC),
                position.id()));
        String sql =
                "SELECT * FROM redrive_job " + conditions.where() + " ORDER BY requested_at DESC, id LIMIT " + limit;
        return pool.preparedQuery(sql).execute(conditions.values()).map(RedriveRepository::jobs);
    }

    /** Null when it does not run. */
    Uni<RedriveJob> cancel(UUID id) {
        return first(CANCEL, Tuple.of(id));
    }

    /** Where a job stands in the list. */
    record JobPosition(Instant requestedAt, UUID id) {}

    /** A job may be seen by whoever may see all the shops that it may reach; one that reaches none says nothing of them. */
    private static Conditions visibleTo(Optional<List<String>> visible) {
        Conditions conditions = new Conditions();
        visible.ifPresent(domains -> conditions.and(
                "filter -> 'shopDomains' <> '[]' AND filter -> 'shopDomains' <@ ?", new JsonArray(domains)));
        return conditions;
    }

    private Uni<RedriveJob> first(String sql, Tuple values) {
        return pool.preparedQuery(sql)
                .execute(values)
                .map(RedriveRepository::jobs)
                .map(jobs -> jobs.isEmpty() ? null : jobs.get(0));
    }

    private static List<RedriveJob> jobs(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(RedriveJob::of)
                .toList();
    }
}
