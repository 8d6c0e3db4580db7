package dev.shopmirror.admin.redrive;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;

import dev.shopmirror.admin.ledger.LedgerPosition;

/** A row of {@code redrive_job}, whose columns say what the components are. */
record RedriveJob(
        UUID id,
        String requestedBy,
        Instant requestedAt,
        JsonObject filter,
        String status,
        long total,
        long published,
        long gone,
        Optional<LedgerPosition> position,
        String error,
        Instant updatedAt,
        Instant finishedAt) {

    static final String RUNNING = "running";
    static final String DONE = "done";
    static final String CANCELLED = "cancelled";
    static final String FAILED = "failed";

    static RedriveJob of(Row row) {
        return new RedriveJob(
                row.getUUID("id"),
                row.getString("requested_by"),
                instant(row, "requested_at"),
                row.getJsonObject("filter"),
                row.getString("status"),
                row.getLong("total"),
                row.getLong("published"),
                row.getLong("gone"),
                JobFilter.position(row.getJsonObject("position")),
                row.getString("error"),
                instant(row, "updated_at"),
                instant(row, "finished_at"));
    }

    private static Instant instant(Row row, String column) {
        OffsetDateTime value = row.getOffsetDateTime(column);
        return value == null ? null : value.toInstant();
    }
}
