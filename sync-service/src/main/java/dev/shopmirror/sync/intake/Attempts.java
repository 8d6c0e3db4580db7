package dev.shopmirror.sync.intake;

import java.util.concurrent.TimeoutException;
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
    <T> Uni<T> untilDoneOrPoison(Supplier<Uni<T>> attempt) {
        Strikes strikes = new Strikes(Failures::isAmbiguous);
        return until(failure -> Failures.isPoison(failure) || strikes.areOut(), strikes, attempt);
    }

    /** Fails with what would fail again with the same data, or at once with as many. */
    <T> Uni<T> untilDoneOrToBeDivided(Supplier<Uni<T>> attempt) {
        Strikes strikes = new Strikes(failure -> Failures.isAmbiguous(failure) || Failures.isOfTheSize(failure));
        return until(failure -> Failures.isPoison(failure) || strikes.areOut(), strikes, attempt);
    }

    /** Never fails. */
    <T> Uni<T> untilDone(Supplier<Uni<T>> attempt) {
        return until(failure -> false, new Strikes(failure -> false), attempt);
    }

    private <T> Uni<T> until(Predicate<Throwable> end, Strikes strikes, Supplier<Uni<T>> attempt) {
        return Uni.createFrom()
                .deferred(() -> unlessSilent(attempt.get()))
                .onFailure()
                .call(failure -> judge(failure, strikes))
                .onFailure(end.negate())
                .invoke(Attempts::logTransient)
                .onFailure(end.negate())
                .retry()
                .withBackOff(config.firstBackoff(), config.maxBackoff())
                .indefinitely();
    }

    /**
     * A host that vanishes hangs up on nobody, and TCP finds out after a quarter of an hour. The attempt that got no answer
     * is left to itself, since cancelling would leave its transaction open: should it commit after all, the next attempt
     * finds its deliveries settled.
     */
    private <T> Uni<T> unlessSilent(Uni<T> attempt) {
        Uni<T> leftToItself =
                Uni.createFrom().emitter(waiting -> attempt.subscribe().with(waiting::complete, waiting::fail));
        return leftToItself
                .ifNoItem()
                .after(config.attemptTimeout())
                .failWith(() -> new TimeoutException("no answer for " + config.attemptTimeout()));
    }

    /** A failure that could lie in the batch or in the moment counts only if the database is there. */
    private Uni<Void> judge(Throwable failure, Strikes strikes) {
        return strikes.countSuch(failure)
                ? databaseAnswers.get().invoke(strikes::count).replaceWithVoid()
                : Uni.createFrom().voidItem().invoke(strikes::clear);
    }

    private static void logTransient(Throwable failure) {
        LOG.warnf("Batch not committed, will be tried again: %s", Failures.describe(failure));
    }
}
