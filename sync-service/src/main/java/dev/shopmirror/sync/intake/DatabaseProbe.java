package dev.shopmirror.sync.intake;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;

/** Whether the database is there at all. */
@ApplicationScoped
class DatabaseProbe {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Pool pool;

    DatabaseProbe(Pool pool) {
        this.pool = pool;
    }

    /** Never fails. */
    Uni<Boolean> answers() {
        return pool.query("SELECT 1")
                .execute()
                .replaceWith(true)
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .recoverWithItem(false);
    }
}
