package dev.shopmirror.ingest.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureVerifierTest {

    private static final String CURRENT = "shpss_test_0123456789abcdef0123456789abcdef";
    private static final String PREVIOUS = "shpss_test_OLD_fedcba9876543210fedcba9876";
    private static final byte[] BODY = "{\"id\":788032119674292922}".getBytes(UTF_8);
    private static final String BY_CURRENT = "86Bvx6ScpeF1IdwtUwLzXdxf6fZAAKoyjNaf/pHe73M=";

    private final SignatureVerifier verifier = new SignatureVerifier(List.of(
            new WebhookSecret("client", CURRENT),
            new WebhookSecret("client-previous", PREVIOUS),
            new WebhookSecret("store-notification", "another")));

    @ParameterizedTest
    @CsvSource({
        "client, 86Bvx6ScpeF1IdwtUwLzXdxf6fZAAKoyjNaf/pHe73M=",
        "client-previous, fuan72TE/k/ktopPv05uwqvDXSVBtaGcIDV3GVWBX/g="
    })
    void everyLoadedSecretIsAcceptedAndNamed(String secretName, String signature) {
        assertThat(verifier.matchingSecret(signature, BODY)).contains(secretName);
    }

    @Test
    void escapesAndUtf8AreSignedAsTheyStand() {
        byte[] body = "{\"id\":1,\"title\":\"Café \\u0026 <ü>\\/x\"}".getBytes(UTF_8);

        assertThat(body).hasSize(39);
        assertThat(verifier.matchingSecret("3w3c5Xt2duG/wn+PeD2Ie1wfiok897OQIFzy6I6ZzI4=", body))
                .contains("client");
    }

    @Test
    void oneChangedByteIsRefused() {
        byte[] changed = BODY.clone();
        changed[5] ^= 1;

        assertThat(verifier.matchingSecret(BY_CURRENT, changed)).isEmpty();
    }

    @Test
    void secretThatIsNotLoadedIsRefused() {
        var rotated = new SignatureVerifier(List.of(new WebhookSecret("client", PREVIOUS)));

        assertThat(rotated.matchingSecret(BY_CURRENT, BODY)).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "fake-hmac",
                "!",
                "====",
                "86Bvx6ScpeF1IdwtUwLzXdxf6fZAAKoyjNaf/pHe73M=,86Bvx6ScpeF1IdwtUwLzXdxf6fZAAKoyjNaf/pHe73M=",
                "86Bvx6ScpeF1IdwtUwLzXdxf6fZAAKoyjNaf/pHe",
                "f3a06fc7a49ca5e17521dc2d5302f35ddc5fe9f64000aa328cd69ffe91deef73"
            })
    void whatIsNoSignatureIsRefused(String malformed) {
        assertThat(verifier.matchingSecret(malformed, BODY)).isEmpty();
    }

    @Test
    void withoutSecretsEverythingIsRefused() {
        assertThat(new SignatureVerifier(List.of()).matchingSecret(BY_CURRENT, BODY))
                .isEmpty();
    }
}
