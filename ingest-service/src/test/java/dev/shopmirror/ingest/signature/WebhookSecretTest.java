package dev.shopmirror.ingest.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

import org.junit.jupiter.api.Test;

class WebhookSecretTest {

    @Test
    void fingerprintTellsSecretsApartAndNodesAlike() {
        var here = new WebhookSecret("client", "shpss_a");
        var there = new WebhookSecret("client-previous", "shpss_a");
        var rotated = new WebhookSecret("client", "shpss_b");

        assertThat(here.fingerprint()).matches("[0-9a-f]{8}").isEqualTo(there.fingerprint());
        assertThat(rotated.fingerprint()).isNotEqualTo(here.fingerprint());
    }

    @Test
    void textNamesTheSecretAndNeverShowsIt() {
        assertThat(new WebhookSecret("client", "shpss_a")).hasToString("client");
    }

    @Test
    void onlyWhatIsSetIsLoaded() {
        SignatureConfig config = config(Optional.of("shpss_a"), Optional.of(" "), Optional.of("c"));

        assertThat(Secrets.loaded(config))
                .extracting(WebhookSecret::name)
                .containsExactly("client", "store-notification");
    }

    private static SignatureConfig config(
            Optional<String> client, Optional<String> previous, Optional<String> storeNotification) {
        return new SignatureConfig() {
            @Override
            public Optional<String> clientSecret() {
                return client;
            }

            @Override
            public Optional<String> clientSecretPrevious() {
                return previous;
            }

            @Override
            public Optional<String> storeNotificationSecret() {
                return storeNotification;
            }
        };
    }
}
