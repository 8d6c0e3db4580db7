package dev.shopmirror.ingest.signature;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** The secrets that Shopify may sign with. Any that is set is accepted; the service does not start with none. */
@ConfigMapping(prefix = "signature")
interface SignatureConfig {

    /** The app's client secret. */
    Optional<String> clientSecret();

    /** The client secret before a rotation: Shopify signs with the oldest one that is not revoked yet. */
    Optional<String> clientSecretPrevious();

    /** The secret of webhooks made by hand in a store's Settings > Notifications; Shopify shows it on that page. */
    Optional<String> storeNotificationSecret();
}
