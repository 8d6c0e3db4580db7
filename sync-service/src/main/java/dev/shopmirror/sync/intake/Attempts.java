package dev.shopmirror.sync.intake;

import java.util.function.Predicate;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

/** Tries until it works, or until the failure is found to lie in the data. */
@ApplicationScoped
class Attempts {

    private static final Logger LOG = Logger.getLogger(Attempts.class);

    private final BatchConfig config;
    private final Supplier<Uni<Boolean>> databaseAnswers;

    @Inject
    Attempts(BatchConfig config, DatabaseProbe database) {
        this(config, database::answers);
    }

    Attempts(BatchConfig config, Supplier<Uni<Boolean>> databaseAnswers) {
        this.config = config;
        this.databaseAnswers = databaseAnswers;
    }

    /** Fails only with what would fail again with the same data. */
    <T> Uni<T> untilDoneOrPoison(Supplier<Uni<? extends T>> attempt) {
        Strikes strikes = new Strikes();
        return until(failure -> Failures.isPoison(failure) || strikes.areOut(), strikes, attempt);
    }

    /** Never fails. */
    <T> Uni<T> untilDone(Supplier<Uni<? extends T>> attempt) {
        return until(failure -> false, new Strikes(), attempt);
    }

    private <T> Uni<T> until(Predicate<Throwable> end, Strikes strikes, Supplier<Uni<? extends T>> attempt) {
        return Uni.createFrom()
                .deferred(attempt)
                .onFailure()
                .call(failure -> judge(failure, strikes))
                .onFailure(end.negate())
                .invoke(Attempts::logTransient)
                .onFailure(end.negate())
                .retry()
                .withBackOff(config.firstBackoff(), config.maxBackoff())
                .indefinitely();
    }

    /** A failure that could lie in the data or in a broken connection counts only if the database is there. */
    private Uni<Void> judge(Throwable failure, Strikes strikes) {
        return Failures.isAmbiguous(failure)
                ? databaseAnswers.get().invoke(strikes::ambiguous).replaceWithVoid()
                : Uni.createFrom().voidItem().invoke(strikes::clear);
    }

    private static void logTransient(Throwable failure) {
        LOG.warnf("Batch rolled back and will be tried again: %s", Failures.describe(failure));
    }
}
