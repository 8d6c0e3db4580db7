package dev.shopmirror.admin.shopify.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    @ParameterizedTest
    @CsvSource({"2.0,2000", "0.25,250", "' 3 ',3000", "0,100", "0.001,100", "86400,60000"})
    void decimalsAreReadWithinWhatIsSane(String header, long millis) {
        assertThat(RetryAfter.parse(header)).contains(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "soon", "-1", "NaN", "1e9", "Wed, 21 Oct 2026 07:28:00 GMT", "2.0.0"})
    void anythingElseIsNone(String header) {
        assertThat(RetryAfter.parse(header)).isEmpty();
    }

    @Test
    void longNumberIsNone() {
        assertThat(RetryAfter.parse("9".repeat(400))).isEmpty();
    }
}
