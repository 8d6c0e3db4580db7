package dev.shopmirror.ingest.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogTextTest {

    @Test
    void controlCharactersCannotForgeALine() {
        assertThat(LogText.printable("products/update\r\nINFO: \u001b[2J\u2028x"))
                .isEqualTo("products/update??INFO: ?[2J?x");
    }

    @Test
    void lengthIsBounded() {
        assertThat(LogText.printable("a".repeat(5000))).hasSize(301).endsWith("…");
        assertThat(LogText.printable("\u0000" + "a".repeat(5000))).hasSizeLessThanOrEqualTo(301);
    }

    @Test
    void nothingIsADash() {
        assertThat(LogText.printable(null)).isEqualTo("-");
    }

    @Test
    void digestIsHex() {
        assertThat(LogText.sha256("abc".getBytes(UTF_8)))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
