package dev.shopmirror.admin.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Base64;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://login.example.com/.well-known/jwks.json",
                "http://localhost:8080/jwks.json",
                "http://127.0.0.1/jwks.json",
                "http://[::1]:8080/jwks.json"
            })
    void keysFromAProtectedAddressAreTaken(String url) {
        assertThat(SigningAlgorithms.ofUrl(url)).containsExactly("RS256", "ES256");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://login.example.com/jwks.json",
                "http://10.0.0.7/jwks.json",
                "http://localhost@login.example.com/jwks.json",
                "http://login_server/jwks.json"
            })
    void keysThatOthersCouldReplaceAreRefused(String url) {
        assertThatThrownBy(() -> SigningAlgorithms.ofUrl(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("use https://");
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
