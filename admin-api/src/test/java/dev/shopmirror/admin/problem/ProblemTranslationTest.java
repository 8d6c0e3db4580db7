package dev.shopmirror.admin.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.ServerErrorException;

import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import org.hibernate.HibernateException;
import org.hibernate.exception.JDBCConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemTranslationTest {

    @ParameterizedTest
    @MethodSource("outages")
    void databaseThatCannotBeReachedIsSaidSo(Throwable failure) {
        assertThat(List.of(
                        failure,
                        new HibernateException("flush", failure),
                        new CompletionException(new PersistenceException(failure))))
                .extracting(ProblemTranslation::translate)
                .allSatisfy(problem -> {
                    assertThat(problem.problem()).isEqualTo(Problem.DATABASE_UNAVAILABLE);
                    assertThat(problem.getMessage()).doesNotContain("10.0.0.7");
                });
    }

    static Stream<Throwable> outages() {
        String closed = "Pending requests failed to be sent due to connection has been closed.";
        return Stream.of(
                new ConnectException("Connection refused: 10.0.0.7"),
                new UnknownHostException("10.0.0.7"),
                new SocketException("Connection reset"),
                new IOException("Connection reset by peer"),
                new IOException("Broken pipe"),
                ClosedConnectionException.INSTANCE,
                new NoStackTraceThrowable(closed),
                new VertxException(closed, new IOException("Connection reset by peer")),
                new NoStackTraceThrowable("Timeout"),
                new VertxException("Timeout waiting for connection", true),
                refusal("57P01"),
                refusal("57P02"),
                refusal("57P03"),
                refusal("53300"),
                refusal("08006"),
                new JDBCConnectionException("query", new SQLException("10.0.0.7", "57P01")));
    }

    @ParameterizedTest
    @MethodSource("ownFailures")
    void failureOfAStatementIsNoOutage(Throwable failure) {
        assertThat(ProblemTranslation.translate(failure).problem()).isEqualTo(Problem.INTERNAL_ERROR);
    }

    static Stream<Throwable> ownFailures() {
        return Stream.of(
                refusal("42703"),
                refusal("57014"),
                refusal(null),
                new SQLException("no state"),
                new IOException("/keys/current.pem"),
                new NoStackTraceThrowable("Parameter at position[0] can not be coerced"),
                new HibernateException("No session"),
                new IllegalStateException("ours", new IllegalArgumentException("too")));
    }

    private static PgException refusal(String sqlState) {
        return new PgException("10.0.0.7", "FATAL", sqlState, null);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 411, 422, 429, 431})
    void otherRefusalOfTheFrameworkKeepsItsStatus(int status) {
        ProblemException problem = ProblemTranslation.translate(new ClientErrorException(status));

        assertThat(problem.problem()).isEqualTo(Problem.INVALID_REQUEST);
        assertThat(problem.status()).isEqualTo(status);
        assertThat(ProblemBody.of(problem, "/").status()).isEqualTo(status);
    }

    @Test
    void failureOfTheFrameworkIsNotTheCallers() {
        assertThat(ProblemTranslation.translate(new ServerErrorException(503)).problem())
                .isEqualTo(Problem.INTERNAL_ERROR);
    }

    @Test
    void unexpectedFailureKeepsItsWordsInside() {
        ProblemException problem = ProblemTranslation.translate(new IllegalStateException("column access_token"));

        assertThat(problem.problem()).isEqualTo(Problem.INTERNAL_ERROR);
        assertThat(problem.getMessage()).doesNotContain("access_token");
    }
}
