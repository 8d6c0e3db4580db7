package dev.shopmirror.localstack.runlocal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;

import org.junit.jupiter.api.Test;

class ShopifyTest {

    @Test
    void realOnlyWithSecretAndPublicAddress() {
        assertThat(Shopify.isReal(Map.of())).isFalse();
        assertThat(Shopify.isReal(Map.of("SHOPIFY_CLIENT_SECRET", "s", "WEBHOOK_BASE_URL", "https://a.example")))
                .isTrue();
    }

    @Test
    void halfAConfigurationIsRefused() {
        assertThatThrownBy(() -> Shopify.isReal(Map.of("SHOPIFY_CLIENT_SECRET", "s")))
                .hasMessageContaining("needs both");
        assertThatThrownBy(() -> Shopify.isReal(Map.of("WEBHOOK_BASE_URL", "https://a.example")))
                .hasMessageContaining("needs both");
    }

    @Test
    void plainHttpIsRefused() {
        assertThatThrownBy(() ->
                        Shopify.isReal(Map.of("SHOPIFY_CLIENT_SECRET", "s", "WEBHOOK_BASE_URL", "http://a.example")))
                .hasMessageContaining("https://");
    }

    @Test
    void allSecretsOfARealAppAreHandedOn() {
        Shopify shopify = Shopify.real(Map.of(
                "SHOPIFY_CLIENT_SECRET", "s",
                "SHOPIFY_WEBHOOK_SECRET", "w",
                "WEBHOOK_BASE_URL", "https://a.example",
                "UNRELATED", "x"));

        assertThat(shopify.secrets()).containsOnlyKeys("SHOPIFY_CLIENT_SECRET", "SHOPIFY_WEBHOOK_SECRET");
        assertThat(shopify.adminSettings()).containsOnlyKeys("WEBHOOK_BASE_URL", "SHOPIFY_CLIENT_SECRET");
    }
}
