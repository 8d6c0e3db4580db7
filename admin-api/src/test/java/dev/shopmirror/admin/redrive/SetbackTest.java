package dev.shopmirror.admin.redrive;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.util.concurrent.CompletionException;

import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.shopmirror.admin.problem.Problem;
import dev.shopmirror.admin.problem.ProblemException;

class SetbackTest {

    @Test
    void outagePasses() {
        assertThat(Setback.of(ProblemException.of(Problem.KAFKA_UNAVAILABLE, "Try again")))
                .isEqualTo(new Setback(true, "Kafka cannot be reached. It goes on by itself."));
        assertThat(Setback.of(new ConnectException("refused")).passes()).isTrue();
        assertThat(Setback.of(new VertxException("Connection closed")).passes()).isTrue();
        assertThat(Setback.of(new NoStackTraceThrowable("Timeout")).passes()).isTrue();
        assertThat(Setback.of(new CompletionException(new ConnectException("refused")))
                        .passes())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "25006", "40001", "40P01", "53100", "53300", "55P03", "57014", "57P01", "58030"})
    void stateOfTheServerPasses(String sqlState) {
        assertThat(Setback.of(refusal(sqlState)).passes()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"42501", "42P01", "22008", "22P02", "23505", "0A000", "XX000"})
    void whatTheStatementIsRefusedForWouldComeAgain(String sqlState) {
        Setback setback = Setback.of(refusal(sqlState));

        assertThat(setback.passes()).isFalse();
        assertThat(setback.reason()).contains(sqlState).doesNotContain("words");
    }

    @Test
    void anythingElseWouldComeAgain() {
        assertThat(Setback.of(new IllegalStateException("x")).passes()).isFalse();
        assertThat(Setback.of(ProblemException.of(Problem.INTERNAL_ERROR, "x")).passes())
                .isFalse();
    }

    private static PgException refusal(String sqlState) {
        return new PgException("words", "ERROR", sqlState, "detail");
    }
}
