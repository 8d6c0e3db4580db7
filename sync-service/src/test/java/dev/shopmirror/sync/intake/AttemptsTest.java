package dev.shopmirror.sync.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.mutiny.Uni;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import org.junit.jupiter.api.Test;

class AttemptsTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);

    private final AtomicInteger tries = new AtomicInteger();

    @Test
    void valueThatCannotBeEncodedIsPoisonAtTheThirdAttempt() {
        var unencodable = new NoStackTraceThrowable("Parameter at position[1] can not be coerced");
        var attempts = attempts(() -> true);

        assertThatThrownBy(() -> attempts.untilDoneOrPoison(() -> failing(Collections.nCopies(99, unencodable)))
                        .await()
                        .atMost(LONG_ENOUGH))
                .hasCauseReference(unencodable);
        assertThat(tries).hasValue(3);
    }

    @Test
    void brokenConnectionsAreWaitedOutWhateverTheyThrow() {
        List<Throwable> failures = List.of(
                new NoStackTraceThrowable("Connection is not active now, current status: CLOSED"),
                new NullPointerException(),
                new ClassCastException(),
                new IllegalArgumentException(),
                new IndexOutOfBoundsException());

        attempts(() -> false).untilDoneOrPoison(() -> failing(failures)).await().atMost(LONG_ENOUGH);

        assertThat(tries).hasValue(6);
    }

    @Test
    void failureOfTheDataEndsTheFirstAttempt() {
        PgException outOfRange = new PgException("out of range", "ERROR", "22003", null);

        assertThatThrownBy(() -> attempts(() -> true)
                        .untilDoneOrPoison(() -> failing(List.of(outOfRange)))
                        .await()
                        .atMost(LONG_ENOUGH))
                .isSameAs(outOfRange);
        assertThat(tries).hasValue(1);
    }

    @Test
    void transientFailuresOfTheDatabaseAreNeverPoison() {
        List<PgException> diskFull = Collections.nCopies(10, new PgException("disk full", "ERROR", "53100", null));

        attempts(() -> true).untilDoneOrPoison(() -> failing(diskFull)).await().atMost(LONG_ENOUGH);

        assertThat(tries).hasValue(11);
    }

    @Test
    void batchThatIsCancelledAgainAndAgainIsToBeDivided() {
        PgException cancelled = new PgException("statement timeout", "ERROR", "57014", null);

        assertThatThrownBy(() -> attempts(() -> true)
                        .untilDoneOrToBeDivided(() -> failing(Collections.nCopies(99, cancelled)))
                        .await()
                        .atMost(LONG_ENOUGH))
                .isSameAs(cancelled);
        assertThat(tries).hasValue(3);
    }

    @Test
    void deliveryThatIsCancelledAgainAndAgainIsNoPoison() {
        var cancelled = Collections.nCopies(10, new PgException("statement timeout", "ERROR", "57014", null));

        attempts(() -> true).untilDoneOrPoison(() -> failing(cancelled)).await().atMost(LONG_ENOUGH);

        assertThat(tries).hasValue(11);
    }

    @Test
    void deadLetterIsTriedUntilItIsRecorded() {
        var failures = Collections.nCopies(10, new PgException("refused", "ERROR", "22003", null));

        attempts(() -> true).untilDone(() -> failing(failures)).await().atMost(LONG_ENOUGH);

        assertThat(tries).hasValue(11);
    }

    @Test
    void attemptThatGetsNoAnswerIsLeftToItselfAndTheNextBegins() {
        AtomicBoolean cancelled = new AtomicBoolean();
        Uni<String> silent =
                Uni.createFrom().<String>emitter(waiting -> waiting.onTermination(() -> cancelled.set(true)));

        String answer = attempts(() -> true)
                .untilDoneOrPoison(() ->
                        tries.incrementAndGet() == 1 ? silent : Uni.createFrom().item("done"))
                .await()
                .atMost(LONG_ENOUGH);

        assertThat(answer).isEqualTo("done");
        assertThat(cancelled).isFalse();
    }

    /** Fails with one after another, then succeeds. */
    private Uni<String> failing(List<? extends Throwable> failures) {
        Deque<Throwable> left =
                new ArrayDeque<>(failures.subList(Math.min(tries.get(), failures.size()), failures.size()));
        tries.incrementAndGet();
        return left.isEmpty() ? Uni.createFrom().item("done") : Uni.createFrom().failure(left.peek());
    }

    private static Attempts attempts(BooleanSupplier databaseAnswers) {
        return new Attempts(new QuickConfig(), () -> Uni.createFrom().item(databaseAnswers.getAsBoolean()));
    }

    private static final class QuickConfig implements BatchConfig {

        @Override
        public int maxRecords() {
            return 500;
        }

        @Override
        public MemorySize maxBytes() {
            return new MemorySize(java.math.BigInteger.TEN);
        }

        @Override
        public int maxVariants() {
            return 1;
        }

        @Override
        public Duration firstBackoff() {
            return Duration.ofMillis(1);
        }

        @Override
        public Duration maxBackoff() {
            return Duration.ofMillis(2);
        }

        @Override
        public Duration attemptTimeout() {
            return Duration.ofMillis(20);
        }
    }
}
