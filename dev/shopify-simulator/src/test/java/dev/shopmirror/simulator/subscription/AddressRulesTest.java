package dev.shopmirror.simulator.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRulesTest {

    private static final AddressRules SHOPIFYS = new AddressRules(false);
    private static final AddressRules WITH_LOCALHOST = new AddressRules(true);

    @ParameterizedTest
    @ValueSource(
            strings = {"https://app.example.com/hooks", "https://abc123.ngrok.io", "https://app.example.com:8443/a?b=c"
            })
    void publicHttpsAddressMayBeUsed(String address) {
        assertThat(SHOPIFYS.refusal(address)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                  | can't be blank",
                "app.example.com/hooks               | is invalid",
                "https://                            | is invalid",
                "https://bad host/                   | is invalid",
                "http://app.example.com/hooks        | protocol http:// is not supported",
                "ftp://app.example.com/hooks         | protocol ftp:// is not supported",
                "https://localhost/hooks             | cannot be a Shopify or an internal domain",
                "https://127.0.0.1:3001/hooks        | cannot be a Shopify or an internal domain",
                "https://[::1]/hooks                 | cannot be a Shopify or an internal domain",
                "https://10.1.2.3/hooks              | cannot be a Shopify or an internal domain",
                "https://192.168.0.7/hooks           | cannot be a Shopify or an internal domain",
                "https://172.20.0.7/hooks            | cannot be a Shopify or an internal domain",
                "https://db.internal/hooks           | cannot be a Shopify or an internal domain",
                "https://acme.myshopify.com/hooks    | cannot be a Shopify or an internal domain"
            })
    void otherAddressesAreRefusedInShopifysWords(String address, String words) {
        assertThat(SHOPIFYS.refusal(address)).contains(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:3001/a",
                "http://localhost:3001/a",
                "http://[::1]:3001/a",
                "https://localhost/a"
            })
    void loopbackMayBeUsedOnceAllowed(String address) {
        assertThat(SHOPIFYS.refusal(address)).isPresent();
        assertThat(WITH_LOCALHOST.refusal(address)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://app.example.com/a", "http://10.0.0.1/a", "http://localhost.example.com/a"})
    void allowanceIsForLoopbackAlone(String address) {
        assertThat(WITH_LOCALHOST.refusal(address)).isPresent();
    }

    @Test
    void endlessAddressIsRefused() {
        assertThat(SHOPIFYS.refusal("https://app.example.com/" + "a".repeat(65_536)))
                .contains("is too big (maximum is 64 KB)");
    }
}
