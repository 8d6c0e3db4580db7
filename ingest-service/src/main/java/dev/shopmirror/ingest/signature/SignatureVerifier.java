package dev.shopmirror.ingest.signature;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Checks {@code X-Shopify-Hmac-Sha256}: Base64 of the HMAC-SHA256 of the body's raw bytes.
 *
 * @see <a href="https://shopify.dev/docs/apps/build/webhooks/verify-deliveries">Shopify: verify webhook deliveries</a>
 */
public final class SignatureVerifier {

    private static final int HMAC_BYTES = 32;

    private final List<WebhookSecret> secrets;

    SignatureVerifier(List<WebhookSecret> secrets) {
        this.secrets = List.copyOf(secrets);
    }

    /**
     * The name of the secret that the body was signed with, or empty when it was signed with none of ours.
     *
     * @param signature the header's value; absent or malformed is no signature
     * @param body the bytes as they arrived
     */
    public Optional<String> matchingSecret(@Nullable String signature, byte[] body) {
        byte[] claimed = decode(signature);
        if (claimed.length != HMAC_BYTES) {
            return Optional.empty();
        }
        for (WebhookSecret secret : secrets) {
            if (MessageDigest.isEqual(secret.sign(body), claimed)) {
                return Optional.of(secret.name());
            }
        }
        return Optional.empty();
    }

    /** Names of the secrets, in the order they are tried. */
    public List<String> secretNames() {
        return secrets.stream().map(WebhookSecret::name).toList();
    }

    private static byte[] decode(@Nullable String signature) {
        if (signature == null) {
            return new byte[0];
        }
        try {
            return Base64.getDecoder().decode(signature);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }
}
