package dev.shopmirror.sync.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailuresTest {

    @ParameterizedTest
    @CsvSource({
        "21000, true",
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
    void failuresOutsideTheDatabaseAreNotPoisonByThemselves() {
        assertThat(Failures.isPoison(new IOException("connection reset"))).isFalse();
        assertThat(Failures.isPoison(new ClassCastException("a value"))).isFalse();
        assertThat(Failures.isPoison(new PgException("no state", "ERROR", null, null)))
                .isFalse();
    }

    @Test
    void whatTheClientThrowsForItsConnectionAndForAValueAlikeIsAmbiguous() {
        assertThat(Failures.isAmbiguous(new NoStackTraceThrowable("Connection is not active now")))
                .isTrue();
        assertThat(Failures.isAmbiguous(new ClassCastException("a value"))).isTrue();
        assertThat(Failures.isAmbiguous(new IOException("connection reset"))).isFalse();
        assertThat(Failures.isAmbiguous(ClosedConnectionException.INSTANCE)).isFalse();
        assertThat(Failures.isAmbiguous(new KafkaException("no broker"))).isFalse();
        assertThat(Failures.isAmbiguous(refusal("22003"))).isFalse();
    }

    @Test
    void descriptionQuotesNoValue() {
        assertThat(Failures.describe(refusal("22003"))).isEqualTo("SQLSTATE 22003");
        assertThat(
                        Failures.describe(
                                new NoStackTraceThrowable(
                                        "Parameter at position[0] with class = [String] and value = [secret\n value] can not be coerced")))
                .isEqualTo("Parameter at position[...] can not be coerced");
        assertThat(Failures.describe(new NumberFormatException("For input string: \"secret value\"")))
                .isEqualTo("NumberFormatException");
    }

    @Test
    void transientFailureIsToldInFull() {
        PgException full = new PgException("could not extend file", "ERROR", "53100", null);

        assertThat(Failures.describe(full)).contains("could not extend file").contains("53100");
    }

    private static PgException refusal(String sqlState) {
        return new PgException("invalid input: \"secret value\"", "ERROR", sqlState, "detail");
    }
}
