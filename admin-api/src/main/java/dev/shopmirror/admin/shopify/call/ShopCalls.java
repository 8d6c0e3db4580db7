package dev.shopmirror.admin.shopify.call;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import dev.shopmirror.admin.shopify.ShopifyException;
import dev.shopmirror.admin.shopify.ShopifyException.Reason;
import dev.shopmirror.admin.shopify.gate.GateLimits;
import dev.shopmirror.admin.shopify.gate.Gates;
import dev.shopmirror.admin.shopify.gate.Outcome;

/**
 * Makes calls to shops. A call waits until its shop's limit has room for it, is tried again where that helps, and is
 * refused at once for a shop that does not answer. Callers that share nothing but the shop share its limit.
 */
@ApplicationScoped
public class ShopCalls {

    private final Gates gates;
    private final Repetition repetition;
    private final Duration deadline;
    private final Notices notices;
    private final CallMetrics metrics;

    ShopCalls(ShopCallConfig config, Notices notices, MeterRegistry registry) {
        this.gates = new Gates(limits(config), System::nanoTime, ShopCalls::wakeIn);
        this.repetition = new Repetition(
                config.triesWhenThrottled(),
                config.triesWhenFailed(),
                config.backoff(),
                () -> ThreadLocalRandom.current().nextDouble());
        this.deadline = config.deadline();
        this.notices = notices;
        this.metrics = new CallMetrics(registry, gates);
    }

    /**
     * Makes the call and reads its answer; goes on where the caller was (its Vert.x context). Fails with what the
     * reader says, with {@code UNREACHABLE} when there was no answer, and with {@code RATE_LIMITED} when the call found
     * no room in time.
     *
     * @param send makes one request; called once for each try
     */
    public <T> Uni<T> make(ShopCall call, Supplier<Uni<Answer>> send, AnswerReader<T> reader) {
        return Uni.createFrom().deferred(() -> start(new Run<>(call, send, reader, gates)));
    }

    private <T> Uni<T> start(Run<T> run) {
        return tryOnce(run)
                .onTermination()
                .invoke(run::end)
                .ifNoItem()
                .after(deadline)
                .failWith(() -> outOfTime(run))
                .emitOn(run.caller());
    }

    private <T> Uni<T> tryOnce(Run<T> run) {
        return run.turn()
                .emitOn(run.caller())
                .flatMap(current -> carryOut(run, current))
                .onFailure(ShopifyException.class)
                .recoverWithUni(failure -> again(run, (ShopifyException) failure));
    }

    private <T> Uni<T> carryOut(Run<T> run, Try current) {
        metrics.waited(run.call(), current.leaves());
        return run.send()
                .onFailure()
                .transform(ShopCalls::unreachable)
                .map(answer -> read(run, current, answer))
                .onItemOrFailure()
                .invoke((item, failure) -> settle(run, current, failure));
    }

    private <T> T read(Run<T> run, Try current, Answer answer) {
        current.cameBackWith(answer);
        notices.heed(run.call(), answer);
        return run.reader().read(answer, usage -> {
            current.toldUsage();
            gates.learn(current.ticket(), usage);
        });
    }

    private void settle(Run<?> run, Try current, @Nullable Throwable failure) {
        Outcome outcome = current.outcome(failure, repetition);
        metrics.answered(run.call(), result(failure), current.took());
        gates.settle(current.ticket(), outcome);
    }

    private <T> Uni<T> again(Run<T> run, ShopifyException failure) {
        if (!run.current().mayBeFollowed()) {
            metrics.refused(run.call(), failure.reason().code());
            return Uni.createFrom().failure(failure);
        }
        Optional<Duration> pause =
                repetition.after(failure.reason(), run.tries(), run.call().repeatable());
        if (pause.isEmpty() || run.elapsed().plus(pause.get()).compareTo(deadline) > 0) {
            return Uni.createFrom().failure(failure);
        }
        return pause.get().isZero() ? tryOnce(run) : tryLater(run, pause.get());
    }

    private <T> Uni<T> tryLater(Run<T> run, Duration pause) {
        return Uni.createFrom().voidItem().onItem().delayIt().by(pause).flatMap(ignored -> tryOnce(run));
    }

    private ShopifyException outOfTime(Run<?> run) {
        metrics.refused(run.call(), "deadline");
        String shop = run.call().shopDomain();
        return run.current().isUnderWay()
                ? new ShopifyException(Reason.UNREACHABLE, shop + ": no answer in time", null)
                : new ShopifyException(
                        Reason.RATE_LIMITED, shop + ": the shop's limit left no room for the call in time", null);
    }

    private static String result(@Nullable Throwable failure) {
        if (failure == null) {
            return "ok";
        }
        return failure instanceof ShopifyException refusal ? refusal.reason().code() : "failed";
    }

    private static ShopifyException unreachable(Throwable failure) {
        ShopifyException unreachable = new ShopifyException(
                Reason.UNREACHABLE, "Shopify could not be reached, or did not answer in time", null);
        unreachable.initCause(failure);
        return unreachable;
    }

    private static GateLimits limits(ShopCallConfig config) {
        return new GateLimits(
                config.maxUnderWay(),
                config.maxUnderWayPerShop(),
                config.longestWait(),
                config.failuresToOpen(),
                config.open());
    }

    /** The clock of the event loops knows no less than a millisecond. */
    private static void wakeIn(long nanos, Runnable action) {
        Duration millis = Duration.ofMillis(Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos + 999_999)));
        Uni.createFrom().voidItem().onItem().delayIt().by(millis).subscribe().with(ignored -> action.run());
    }
}
