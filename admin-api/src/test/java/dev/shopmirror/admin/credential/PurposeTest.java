package dev.shopmirror.admin.credential;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PurposeTest {

    @ParameterizedTest
    @CsvSource({
        "active, true, true, true",
        "inactive, false, true, true",
        "disconnected, false, false, true",
        "uninstalled, false, false, true",
        "redacted, false, false, false"
    })
    void purposeDecidesWhichStatusWillDo(String status, boolean serve, boolean takeBack, boolean probe) {
        assertThat(Purpose.SERVE.allows(status)).isEqualTo(serve);
        assertThat(Purpose.TAKE_BACK.allows(status)).isEqualTo(takeBack);
        assertThat(Purpose.PROBE.allows(status)).isEqualTo(probe);
    }
}
