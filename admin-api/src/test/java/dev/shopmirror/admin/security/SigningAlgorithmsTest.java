package dev.shopmirror.admin.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Base64;

import org.junit.jupiter.api.Test;

class SigningAlgorithmsTest {

    @Test
    void rsaKeyIsForRs256() throws NoSuchAlgorithmException {
        assertThat(SigningAlgorithms.of(pem("RSA"))).containsExactly("RS256");
    }

    @Test
    void ecKeyIsForEs256() throws NoSuchAlgorithmException {
        assertThat(SigningAlgorithms.of(pem("EC"))).containsExactly("ES256");
    }

    @Test
    void keysOfASetNameTheirOwnAlgorithm() {
        assertThat(SigningAlgorithms.of("{\"keys\":[]}")).containsExactly("RS256", "ES256");
    }

    @Test
    void otherKeysAreRefused() throws NoSuchAlgorithmException {
        String other = pem("X25519");

        assertThatThrownBy(() -> SigningAlgorithms.of(other)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SigningAlgorithms.of("-----BEGIN PUBLIC KEY-----\n!\n-----END PUBLIC KEY-----"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String pem(String algorithm) throws NoSuchAlgorithmException {
        PublicKey key =
                KeyPairGenerator.getInstance(algorithm).generateKeyPair().getPublic();
        return "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder().encodeToString(key.getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }
}
