package dev.shopmirror.admin.schema;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.pgclient.PgException;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

import dev.shopmirror.database.SchemaVersion;

/** Not ready while the schema is older than this release. A database that is away is another check's matter. */
@Readiness
@ApplicationScoped
class SchemaReadiness implements AsyncHealthCheck {

    /** A database that vanishes hangs up on nobody, and a probe must be answered. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Pool pool;

    SchemaReadiness(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return pool.query(SchemaVersion.QUERY)
                .execute()
                .map(SchemaReadiness::answered)
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .recoverWithItem(SchemaReadiness::refused);
    }

    private static HealthCheckResponse answered(RowSet<Row> rows) {
        Integer found = rows.iterator().next().getInteger(0);
        return response(SchemaVersion.suffices(found), found == null ? "none" : found.toString());
    }

    private static HealthCheckResponse refused(Throwable failure) {
        boolean tooOld = failure instanceof PgException refusal && SchemaVersion.isTooOld(refusal.getSqlState());
        return response(!tooOld, tooOld ? "none" : "unknown");
    }

    private static HealthCheckResponse response(boolean up, String found) {
        return HealthCheckResponse.named("Database schema")
                .status(up)
                .withData("found", found)
                .withData("needed", SchemaVersion.CURRENT)
                .build();
    }
}
