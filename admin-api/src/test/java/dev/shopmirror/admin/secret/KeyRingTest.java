package dev.shopmirror.admin.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyRingTest {

    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    @Test
    void firstKeyEncryptsAndAllDecrypt() {
        KeyRing ring = KeyRing.parse("new:" + KEY + ", old:" + KEY);

        assertThat(ring.currentId()).isEqualTo("new");
        assertThat(ring.key("old")).isNotNull();
        assertThat(ring.key("unknown")).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                                  | entry 1 is not keyId:base64",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=        | entry 1 is not keyId:base64",
                "a:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=,      | entry 2 is not keyId:base64",
                "a b:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=     | entry 1 is not keyId:base64",
                "a:AAAAAAAAAAAAAAAAAAAAAA==                          | key a has 16 bytes",
                "a:not-base64                                        | key a is not base64",
                "a:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=,a:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA= | key a is there twice"
            })
    void wrongKeysAreNamedByTheirIdAlone(String text, String message) {
        assertThatThrownBy(() -> KeyRing.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("TOKEN_ENCRYPTION_KEYS: ")
                .hasMessageContaining(message)
                .hasNoCause();
    }

    @Test
    void messageDoesNotQuoteTheKey() {
        assertThatThrownBy(() -> KeyRing.parse("a:c2VjcmV0LXNlY3JldA==")).hasMessageNotContaining("c2VjcmV0");
        assertThatThrownBy(() -> KeyRing.parse("a:c2VjcmV0-!")).hasMessageNotContaining("c2VjcmV0");
    }
}
