package dev.shopmirror.admin.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShopifyEndpointTest {

    @Test
    void shopifyItselfIsTheDefault() {
        ShopifyEndpoint endpoint = ShopifyEndpoint.of("", "2026-10");

        assertThat(endpoint.of("acme.myshopify.com")).hasToString("https://acme.myshopify.com");
        assertThat(endpoint.isLocal()).isFalse();
    }

    @Test
    void simulatorOnThisMachineMayBePlainHttp() {
        ShopifyEndpoint endpoint = ShopifyEndpoint.of("http://127.0.0.1:3100/{shop}/", "2026-10");

        assertThat(endpoint.of("acme.myshopify.com")).hasToString("http://127.0.0.1:3100/acme.myshopify.com");
        assertThat(endpoint.isLocal()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://{shop}",
                "http://gateway.example.com/{shop}",
                "https://gateway.example.com/",
                "https://user:password@gateway.example.com/{shop}",
                "https://gateway.example.com/?shop={shop}",
                "ftp://gateway.example.com/{shop}",
                "gateway/{shop}",
                "https:// {shop}"
            })
    void templateThatWouldSendTokensElsewhereEndsTheStart(String template) {
        assertThatThrownBy(() -> ShopifyEndpoint.of(template, "2026-10"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("SHOPIFY_ADMIN_URL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "latest", "2026-10/../..", "2026", "2026-13"})
    void versionThatIsNoneEndsTheStart(String version) {
        assertThatThrownBy(() -> ShopifyEndpoint.of("", version))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("SHOPIFY_API_VERSION");
    }

    @Test
    void versionIsSupportedForAYear() {
        assertThat(ShopifyEndpoint.of("", "2026-10").supportedUntil()).contains(Instant.parse("2027-10-01T17:00:00Z"));
        assertThat(ShopifyEndpoint.of("", "unstable").supportedUntil()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.com#.myshopify.com",
                "evil.com/.myshopify.com",
                "evil.com?.myshopify.com",
                "acme.myshopify.com.",
                "acme.myshopify.com.evil.com",
                "acme.myshopify.com@evil.com",
                "127.0.0.1",
                "аcme.myshopify.com",
                "acme.myshopify.com\n"
            })
    void onlyShopDomainsBecomeHosts(String shopDomain) {
        ShopifyEndpoint endpoint = ShopifyEndpoint.of("", "2026-10");

        assertThatThrownBy(() -> endpoint.of(shopDomain)).isInstanceOf(IllegalArgumentException.class);
    }
}
