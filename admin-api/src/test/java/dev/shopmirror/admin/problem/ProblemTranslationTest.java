package dev.shopmirror.admin.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.ServerErrorException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemTranslationTest {

    @Test
    void absentDatabaseIsSaidSo() {
        ProblemException problem = ProblemTranslation.translate(new ConnectException("Connection refused: 10.0.0.7"));

        assertThat(problem.problem()).isEqualTo(Problem.DATABASE_UNAVAILABLE);
        assertThat(problem.getMessage()).doesNotContain("10.0.0.7");
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
