package dev.shopmirror.simulator.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShopifyJsonTest {

    @Test
    void slashesAnglesAndAmpersandsAreEscapedInValuesAndNames() {
        assertThat(wire("{\"a/b\":\"<p>x & y</p>\"}"))
                .isEqualTo("{\"a\\/b\":\"\\u003cp\\u003ex \\u0026 y\\u003c\\/p\\u003e\"}");
    }

    @Test
    void lettersAndEmojiAreUtf8() {
        assertThat(wire("{\"title\":\"Café ü 東 \uD83D\uDE00\"}")).isEqualTo("{\"title\":\"Café ü 東 \uD83D\uDE00\"}");
    }

    @Test
    void controlCharactersAreLowerCaseHex() {
        assertThat(wire("{\"t\":\"a\\nb\\tc\\\"d\\\\e\\u000bf\\u001F\\u0000\"}"))
                .isEqualTo("{\"t\":\"a\\nb\\tc\\\"d\\\\e\\u000bf\\u001f\\u0000\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"788032119674292922", "9223372036854775807", "92233720368547758070", "0.10", "-3", "1.0"})
    void numbersKeepTheirDigits(String number) {
        assertThat(wire("{\"n\":" + number + '}')).isEqualTo("{\"n\":" + number + '}');
    }

    private static String wire(String json) {
        return new String(ShopifyJson.write(Json.readObject(json.getBytes(UTF_8))), UTF_8);
    }
}
