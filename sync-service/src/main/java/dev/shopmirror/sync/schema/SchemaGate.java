package dev.shopmirror.sync.schema;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import org.jboss.logging.Logger;

import dev.shopmirror.database.SchemaVersion;

/** Holds everything back until the schema is as new as this service. Once open it stays open: migrations only add. */
@ApplicationScoped
public class SchemaGate {

    private static final Logger LOG = Logger.getLogger(SchemaGate.class);

    private static final Duration CHECK_EVERY = Duration.ofSeconds(1);
    private static final int CHECKS_PER_REMINDER = 60;

    private final SchemaHistory history;
    private final CompletableFuture<Void> open = new CompletableFuture<>();
    private volatile SchemaState state = SchemaState.UNKNOWN;
    private int checksSinceLogged;
    private Cancellable watch = () -> {};

    SchemaGate(SchemaHistory history) {
        this.history = history;
    }

    /** Completes when the schema suffices: at once from then on, however long it takes before. */
    public Uni<Void> passed() {
        return open.isDone()
                ? Uni.createFrom().voidItem()
                // a copy, lest a caller that gives up cancels everybody's
                : Uni.createFrom().completionStage(open::copy);
    }

    SchemaState state() {
        return state;
    }

    void watch(@Observes StartupEvent started) {
        watch = history.read()
                .invoke(this::note)
                .repeat()
                .withDelay(CHECK_EVERY)
                .whilst(seen -> !seen.suffices())
                .onItem()
                .ignoreAsUni()
                .subscribe()
                .with(done -> open.complete(null), failure -> LOG.error("The schema is not checked any more", failure));
    }

    @PreDestroy
    void stop() {
        watch.cancel();
    }

    private void note(SchemaState seen) {
        boolean news = !seen.equals(state) || checksSinceLogged == 0;
        state = seen;
        checksSinceLogged = (news ? 1 : checksSinceLogged + 1) % CHECKS_PER_REMINDER;
        if (seen.suffices()) {
            LOG.infof("Schema is version %s, version %d is needed", seen.version(), SchemaVersion.CURRENT);
        } else if (news) {
            LOG.warn(reasonToWait(seen));
        }
    }

    private static String reasonToWait(SchemaState seen) {
        return seen.answered()
                ? "The database's schema is version %s and this release needs version %d: run its migration. "
                                .formatted(seen.version(), SchemaVersion.CURRENT)
                        + "Nothing is consumed until then, and then it goes on by itself"
                : "The database cannot be asked for its schema's version; nothing is consumed until it can";
    }
}
