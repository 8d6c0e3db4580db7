package dev.shopmirror.admin.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;

import org.junit.jupiter.api.Test;

class TokenCipherTest {

    private static final String OLD = "old:" + key(1);
    private static final String NEW = "new:" + key(2);
    private static final Secret TOKEN = Secret.of("shpat_0123456789abcdef");

    private final TokenCipher cipher = new TokenCipher(KeyRing.parse(OLD));

    @Test
    void whatWasEncryptedIsDecryptedAtItsPlace() {
        String stored = cipher.encrypt(TOKEN, "store 1 access_token");

        assertThat(stored).startsWith("old:").doesNotContain("shpat");
        assertThat(cipher.decrypt(stored, "store 1 access_token").reveal()).isEqualTo(TOKEN.reveal());
    }

    @Test
    void storedFormIsNonceAndCiphertextInBase64() {
        String stored = cipher.encrypt(TOKEN, "place");

        byte[] bytes = Base64.getDecoder().decode(stored.substring("old:".length()));
        assertThat(bytes).hasSize(12 + TOKEN.reveal().length() + 16);
    }

    @Test
    void sameTokenNeverLooksTheSame() {
        assertThat(cipher.encrypt(TOKEN, "place")).isNotEqualTo(cipher.encrypt(TOKEN, "place"));
    }

    @Test
    void ciphertextOfAnotherRowOrColumnIsRefused() {
        String stored = cipher.encrypt(TOKEN, "store 1 access_token");

        assertThatThrownBy(() -> cipher.decrypt(stored, "store 2 access_token"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Token of store 2 access_token does not fit the encryption key old");
        assertThatThrownBy(() -> cipher.decrypt(stored, "store 1 refresh_token"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void changedCiphertextIsRefused() {
        byte[] bytes = Base64.getDecoder().decode(cipher.encrypt(TOKEN, "place").substring("old:".length()));
        bytes[20] ^= 1;
        String changed = "old:" + Base64.getEncoder().encodeToString(bytes);

        assertThatThrownBy(() -> cipher.decrypt(changed, "place")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void oldKeyStillDecryptsAfterANewOneCame() {
        String stored = cipher.encrypt(TOKEN, "place");

        TokenCipher rotated = new TokenCipher(KeyRing.parse(NEW + "," + OLD));
        assertThat(rotated.decrypt(stored, "place").reveal()).isEqualTo(TOKEN.reveal());
        assertThat(rotated.encrypt(TOKEN, "place")).startsWith("new:");
    }

    @Test
    void missingKeyIsNamed() {
        String stored = cipher.encrypt(TOKEN, "place");

        TokenCipher other = new TokenCipher(KeyRing.parse(NEW));
        assertThatThrownBy(() -> other.decrypt(stored, "place"))
                .hasMessageContaining("needs the encryption key old, which TOKEN_ENCRYPTION_KEYS does not hold");
    }

    @Test
    void textThatWasNeverEncryptedIsRefused() {
        assertThatThrownBy(() -> cipher.decrypt("shpat_plain", "place"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("shpat");
        assertThatThrownBy(() -> cipher.decrypt("old:shpat_plain", "place"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("shpat");
    }

    @Test
    void secretHidesItselfInText() {
        assertThat("token " + TOKEN).isEqualTo("token (hidden)");
    }

    private static String key(int fill) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) fill);
        return Base64.getEncoder().encodeToString(key);
    }
}
