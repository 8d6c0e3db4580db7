package dev.shopmirror.ingest.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The configured secrets as beans. */
@Singleton
class Secrets {

    @Produces
    @Singleton
    SignatureVerifier verifier(SignatureConfig config) {
        return new SignatureVerifier(loaded(config));
    }

    /** The likeliest first: every further one costs an HMAC. */
    static List<WebhookSecret> loaded(SignatureConfig config) {
        List<WebhookSecret> secrets = new ArrayList<>();
        add(secrets, "client", config.clientSecret());
        add(secrets, "client-previous", config.clientSecretPrevious());
        add(secrets, "store-notification", config.storeNotificationSecret());
        return secrets;
    }

    private static void add(List<WebhookSecret> secrets, String name, Optional<String> value) {
        value.filter(secret -> !secret.isBlank()).ifPresent(secret -> secrets.add(new WebhookSecret(name, secret)));
    }
}
