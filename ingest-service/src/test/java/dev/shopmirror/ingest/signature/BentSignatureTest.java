package dev.shopmirror.ingest.signature;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.shopmirror.event.fuzzing.Choices;
import dev.shopmirror.event.fuzzing.Fuzzing;

class BentSignatureTest {

    private static final WebhookSecret CLIENT = new WebhookSecret("client", "shpss_fuzz_0123456789abcdef");
    private static final WebhookSecret PREVIOUS = new WebhookSecret("client-previous", "shpss_fuzz_fedcba9876543210");
    private static final SignatureVerifier VERIFIER = new SignatureVerifier(List.of(CLIENT, PREVIOUS));

    @Test
    void onlyTheSignatureOfTheBodyItselfMatches() {
        Fuzzing.cases(20_000).check(BentSignatureTest::onlyTheSignatureOfTheBodyItselfMatches);
    }

    /** A header that differs from the signature in anything but Base64's own freedoms is none. */
    static void onlyTheSignatureOfTheBodyItselfMatches(Choices choices) {
        WebhookSecret secret = choices.of(List.of(CLIENT, PREVIOUS));
        byte[] editing = choices.oneIn(3) ? new byte[0] : choices.bytes(9);
        byte[] body = choices.bytes(64);
        byte[] right = secret.sign(body);
        String header = edited(Base64.getEncoder().encodeToString(right), editing);

        Optional<String> matched = VERIFIER.matchingSecret(header, body);

        assertThat(matched).isEqualTo(decodesTo(header, right) ? Optional.of(secret.name()) : Optional.empty());
    }

    private static String edited(String signature, byte[] editing) {
        StringBuilder edited = new StringBuilder(signature);
        for (int i = 0; i + 2 < editing.length; i += 3) {
            int at = (editing[i] & 0xff) % (edited.length() + 1);
            String character = new String(editing, i + 1, 1, ISO_8859_1);
            switch (editing[i + 2] & 3) {
                case 0 -> edited.insert(at, character);
                case 1 -> edited.setLength(at);
                case 2 -> edited.replace(at, Math.min(at + 1, edited.length()), character);
                default -> edited.append(character);
            }
        }
        return edited.toString();
    }

    private static boolean decodesTo(String header, byte[] right) {
        try {
            return Arrays.equals(Base64.getDecoder().decode(header), right);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }
}
