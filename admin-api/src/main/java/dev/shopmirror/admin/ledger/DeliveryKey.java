package dev.shopmirror.admin.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Optional;

/** What makes two deliveries the same one. */
public record DeliveryKey(String shopDomain, String topic, String webhookId) {

    /** None of the three can hold it, for PostgreSQL keeps it in no text. */
    private static final String SEPARATOR = "\u0000";

    /** The key as one segment of an address: topics hold slashes, and ids whatever a sender put there. */
    public String id() {
        String text = String.join(SEPARATOR, shopDomain, topic, webhookId);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    /** Empty when the text is no such id. */
    public static Optional<DeliveryKey> parse(String id) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(id), UTF_8).split(SEPARATOR, -1);
            return parts.length == 3 ? Optional.of(new DeliveryKey(parts[0], parts[1], parts[2])) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
