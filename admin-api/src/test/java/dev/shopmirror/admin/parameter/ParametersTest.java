package dev.shopmirror.admin.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {

    @Test
    void valuesAreRead() {
        assertThat(Parameters.uuid("3f0e8f0e-6c1c-4a52-9d4b-7a1f6a2f9c11"))
                .contains(UUID.fromString("3f0e8f0e-6c1c-4a52-9d4b-7a1f6a2f9c11"));
        assertThat(Parameters.shopifyId("788032119674292922")).contains(788032119674292922L);
        assertThat(Parameters.time("2026-10-01T10:30:00.000001+02:00"))
                .contains(Instant.parse("2026-10-01T08:30:00.000001Z"));
    }

    @Test
    void absentIdIsNone() {
        assertThat(Parameters.uuid(null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1-1-1-1-1", "3f0e8f0e6c1c4a529d4b7a1f6a2f9c11", "3f0e8f0e-6c1c-4a52-9d4b-7a1f6a2f9c1g"})
    void otherTextsAreNoUuid(String text) {
        assertThat(Parameters.uuid(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "01", "1.0", "9223372036854775808", "99999999999999999999"})
    void otherTextsAreNoShopifyId(String text) {
        assertThat(Parameters.shopifyId(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "today",
                "2026-10-01",
                "2026-10-01T08:30:00",
                "+999999999-12-31T23:59:59Z",
                "-999999999-01-01T00:00:00Z",
                "-4713-01-01T00:00:00Z",
                "+10000-01-01T00:00:00Z"
            })
    void timesThatNoDatabaseHoldsAreNone(String text) {
        assertThat(Parameters.time(text)).isEmpty();
    }
}
