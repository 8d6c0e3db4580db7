package dev.shopmirror.admin.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;

import org.junit.jupiter.api.Test;

class ProblemTranslationTest {

    @Test
    void absentDatabaseIsSaidSo() {
        ProblemException problem = ProblemTranslation.translate(new ConnectException("Connection refused: 10.0.0.7"));

        assertThat(problem.problem()).isEqualTo(Problem.DATABASE_UNAVAILABLE);
        assertThat(problem.getMessage()).doesNotContain("10.0.0.7");
    }

    @Test
    void unexpectedFailureKeepsItsWordsInside() {
        ProblemException problem = ProblemTranslation.translate(new IllegalStateException("column access_token"));

        assertThat(problem.problem()).isEqualTo(Problem.INTERNAL_ERROR);
        assertThat(problem.getMessage()).doesNotContain("access_token");
    }
}
