package dev.shopmirror.ingest.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as Shopify does. Secrets invented. */
final class Signing {

    static final String CLIENT = "shpss_test_0123456789abcdef0123456789abcdef";
    static final String CLIENT_PREVIOUS = "shpss_test_OLD_fedcba9876543210fedcba9876";
    static final String STORE_NOTIFICATION = "store-notification-of-the-tests";

    private Signing() {}

    static String sign(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
