package dev.shopmirror.admin.testevent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.api.Test;

class TestEventTest {

    private static final TestEvent EVENT = TestEvent.of("acme.myshopify.com", Instant.parse("2026-03-01T10:00:00Z"));

    /** Computed with openssl: {@code printf '%s' '{"shopmirror":"test event"}' | openssl dgst -sha256 -hmac … -binary | base64}. */
    @Test
    void bodyIsSignedAsShopifySigns() {
        assertThat(EVENT.headers("shpss_test_0123456789abcdef0123456789abcdef"))
                .containsEntry("X-Shopify-Hmac-Sha256", "3AZowYQsh1HgEagTFPzNdqQxgZrwWEBF8IX8OQNDBsg=")
                .containsEntry("X-Shopify-Topic", "shopmirror/test")
                .containsEntry("X-Shopify-Shop-Domain", "acme.myshopify.com")
                .containsEntry("X-Shopify-Test", "true");
    }

    @Test
    void recordIsWhereIngestServicePutsIt() {
        assertThat(EVENT.recordKey()).isEqualTo("acme.myshopify.com|shopmirror/test");
    }

    @Test
    void noTwoEventsAreDuplicates() {
        assertThat(TestEvent.of("acme.myshopify.com", Instant.EPOCH).webhookId())
                .isNotEqualTo(TestEvent.of("acme.myshopify.com", Instant.EPOCH).webhookId());
    }
}
