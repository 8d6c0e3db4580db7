package dev.shopmirror.localstack.runlocal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** Issues the JWTs that admin-api of this machine accepts: RS256, valid for a day. */
final class TokenIssuer {

    static final String ISSUER = "https://run-local.invalid";
    static final String AUDIENCE = "shopmirror-admin";

    private static final Duration VALIDITY = Duration.ofDays(1);
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private final KeyPair keys;

    TokenIssuer(KeyPair keys) {
        this.keys = keys;
    }

    /** @param role {@code operator} or {@code viewer} */
    String issue(String role) throws GeneralSecurityException {
        long now = Instant.now().getEpochSecond();
        String claims =
                "{\"iss\":\"%s\",\"aud\":\"%s\",\"sub\":\"run-local-%s\",\"groups\":[\"%s\"],\"iat\":%d,\"exp\":%d}"
                        .formatted(ISSUER, AUDIENCE, role, role, now, now + VALIDITY.toSeconds());
        String signed = encode("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + encode(claims);
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(keys.getPrivate());
        signature.update(signed.getBytes(US_ASCII));
        return signed + "." + BASE64URL.encodeToString(signature.sign());
    }

    void writePublicKey(Path file) throws IOException {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(keys.getPublic().getEncoded());
        Files.writeString(file, "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n");
    }

    private static String encode(String json) {
        return BASE64URL.encodeToString(json.getBytes(UTF_8));
    }
}
