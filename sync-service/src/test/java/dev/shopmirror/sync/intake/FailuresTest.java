package dev.shopmirror.sync.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import io.vertx.pgclient.PgException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailuresTest {

    @ParameterizedTest
    @CsvSource({
        "22003, true",
        "22021, true",
        "23505, true",
        "54000, true",
        "40001, false",
        "40P01, false",
        "53100, false",
        "57P01, false",
        "25006, false",
        "08006, false",
        "42501, false"
    })
    void onlyFailuresOfTheDataArePoison(String sqlState, boolean poison) {
        assertThat(Failures.isPoison(refusal(sqlState))).isEqualTo(poison);
    }

    @Test
    void failuresOutsideTheDatabasePassByThemselvesUnlessTheyAreOurs() {
        assertThat(Failures.isPoison(new IOException("connection reset"))).isFalse();
        assertThat(Failures.isPoison(new ClassCastException("a value"))).isTrue();
    }

    @Test
    void descriptionQuotesNoValue() {
        assertThat(Failures.describe(refusal("22003"))).isEqualTo("SQLSTATE 22003");
    }

    private static PgException refusal(String sqlState) {
        return new PgException("invalid input: \"secret value\"", "ERROR", sqlState, "detail");
    }
}
