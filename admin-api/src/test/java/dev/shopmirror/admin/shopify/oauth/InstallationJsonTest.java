package dev.shopmirror.admin.shopify.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.shopmirror.admin.shopify.ShopifyException;

class InstallationJsonTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String SHOP = "acme.myshopify.com";

    @Test
    void shopIdIs64Bit() {
        assertThat(InstallationJson.shopId(quoted("{'shop': {'id': 788032119674292922}}"), SHOP, MAPPER))
                .isEqualTo(788032119674292922L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{'shop': {}}", "{'shop': {'id': 1, 'myshopify_domain': 'other.myshopify.com'}}", "<html>"
            })
    void otherShopsAreNotTakenForThisOne(String body) {
        assertThatThrownBy(() -> InstallationJson.shopId(quoted(body), SHOP, MAPPER))
                .isInstanceOf(ShopifyException.class);
    }

    @Test
    void scopesAreTheirHandles() {
        assertThat(InstallationJson.scopes(
                        quoted("{'access_scopes': [{'handle': 'write_products'}, {'handle': 'read_products'}, {}]}"),
                        MAPPER))
                .containsExactly("read_products", "write_products");
        assertThatThrownBy(() -> InstallationJson.scopes("{}", MAPPER)).isInstanceOf(ShopifyException.class);
    }

    @Test
    void queryTellsBoth() {
        String data =
                "{'shop': {'id': 'gid://shopify/Shop/7880321196742929222', 'myshopifyDomain': 'Acme.myshopify.com'},"
                        + " 'currentAppInstallation': {'accessScopes': [{'handle': 'read_products'}]}}";

        assertThat(ofQuery(data)).isEqualTo(new Installation(7880321196742929222L, List.of("read_products")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'shop': {'id': 'gid://shopify/Product/1'}, 'currentAppInstallation': {'accessScopes': []}}",
                "{'shop': {'id': 'gid://shopify/Shop/1', 'myshopifyDomain': 'other.myshopify.com'},"
                        + " 'currentAppInstallation': {'accessScopes': []}}",
                "{'shop': {'id': 'gid://shopify/Shop/9999999999999999999'}, 'currentAppInstallation': {'accessScopes': []}}",
                "{'shop': {'id': 'gid://shopify/Shop/1'}, 'currentAppInstallation': null}"
            })
    void queryThatTellsLessOrOfAnotherShopIsNoAnswer(String data) {
        assertThatThrownBy(() -> ofQuery(data)).isInstanceOf(ShopifyException.class);
    }

    private static Installation ofQuery(String data) {
        try {
            return InstallationJson.ofQuery(MAPPER.readTree(quoted(data)), SHOP);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String quoted(String body) {
        return body.replace('\'', '"');
    }
}
