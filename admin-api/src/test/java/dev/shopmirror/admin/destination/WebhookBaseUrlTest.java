package dev.shopmirror.admin.destination;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookBaseUrlTest {

    @ParameterizedTest
    @ValueSource(strings = {"https://abc123.ngrok.io", "https://abc123.ngrok.io/", " https://abc123.ngrok.io// "})
    void trailingSlashMakesNoDifference(String text) {
        assertThat(WebhookBaseUrl.of(text).addressOf("products/create"))
                .isEqualTo("https://abc123.ngrok.io/api/shopify/webhooks/products/create");
    }

    @Test
    void publicHttpsIsFine() {
        WebhookBaseUrl url = WebhookBaseUrl.of("https://hooks.example.com/shopmirror");

        assertThat(url.isHttps()).isTrue();
        assertThat(url.refusal(false)).isEmpty();
        assertThat(url.warning(false)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://hooks.example.com        | is not https",
                "HTTP://hooks.example.com        | is not https",
                "http://localhost:3001           | is not https",
                "https://localhost:3001          | cannot reach",
                "https://127.0.0.1               | cannot reach",
                "https://10.0.0.7                | cannot reach",
                "https://ingest                  | cannot reach",
                "https://acme.myshopify.com      | does not deliver to",
                "https://hooks.example.com?a=b   | is not a URL",
                "https://u:p@hooks.example.com   | is not a URL",
                "ftp://hooks.example.com         | is not a URL",
                "hooks.example.com               | is not a URL",
                "https:// x                      | is not a URL",
                "''                              | is not a URL"
            })
    void whatShopifyCannotDeliverToIsRefusedWithTheWayOut(String text, String why) {
        assertThat(WebhookBaseUrl.of(text).refusal(false))
                .hasValueSatisfying(refusal -> assertThat(refusal).contains(why).contains("set WEBHOOK_BASE_URL"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:3001", "http://127.0.0.1:3001", "https://[::1]:3001"})
    void thisMachineIsAllowedWhileShopifyIsHereToo(String text) {
        assertThat(WebhookBaseUrl.of(text).refusal(true)).isEmpty();
    }

    @Test
    void plainHttpElsewhereIsRefusedEvenWithTheSimulator() {
        assertThat(WebhookBaseUrl.of("http://10.0.0.7:3001").refusal(true)).isPresent();
    }

    @Test
    void warningSaysThatPlainHttpIsForTheSimulator() {
        assertThat(WebhookBaseUrl.of("http://localhost:3001").warning(true))
                .hasValueSatisfying(warning -> assertThat(warning)
                        .contains("simulator")
                        .contains("set WEBHOOK_BASE_URL to the public https address"));
    }

    @Test
    void warningSaysWhatToSet() {
        assertThat(WebhookBaseUrl.of("http://hooks.example.com").warning(false))
                .hasValueSatisfying(warning -> assertThat(warning)
                        .startsWith("The base URL is not https")
                        .contains("WEBHOOK_BASE_URL"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a.example.com/api/shopify/webhooks/products/update",
                "https://a.example.com/api/shopify/webhooks/orders/create?tenant=1"
            })
    void addressBelowItIsCovered(String address) {
        assertThat(WebhookBaseUrl.of("https://a.example.com/").covers(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a.example.com.evil.example/api/shopify/webhooks/products/update",
                "https://a.example.com@evil.example/api/shopify/webhooks/products/update",
                "https://a.example.com:8443/api/shopify/webhooks/products/update",
                "http://a.example.com/api/shopify/webhooks/products/update",
                "https://a.example.com/other-app/hook",
                "https://a.example.com/api/shopify/webhooks/../../../other-app",
                "https://a.example.com/api/shopify/webhooks",
                "arn:aws:events:eu-west-1::event-source/aws.partner/shopify.com/1/a"
            })
    void whatOnlyLooksLikeItIsNotCovered(String address) {
        assertThat(WebhookBaseUrl.of("https://a.example.com").covers(address)).isFalse();
    }

    @Test
    void baseUrlThatIsNotSetCoversNothing() {
        assertThat(WebhookBaseUrl.of("").covers("https://a.example.com/api/shopify/webhooks/products/update"))
                .isFalse();
    }
}
