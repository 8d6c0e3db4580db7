package dev.shopmirror.admin.shopify.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.shopmirror.admin.shopify.ShopifyException;

class OAuthJsonTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void pairAndItsLifetimeAreRead() {
        TokenGrant grant = OAuthJson.grant("""
                {"access_token": "shpat_1", "scope": "read_products", "expires_in": 3600,
                 "refresh_token": "shprt_1", "refresh_token_expires_in": 7776000}""", MAPPER);

        assertThat(grant.accessToken().reveal()).isEqualTo("shpat_1");
        assertThat(grant.refreshToken().orElseThrow().reveal()).isEqualTo("shprt_1");
        assertThat(grant.lifetime()).contains(Duration.ofHours(1));
        assertThat(grant.toString()).doesNotContain("shpat_1", "shprt_1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'access_token': 'shpat_1'}",
                "{'access_token': 'shpat_1', 'expires_in': null}",
                "{'access_token': 'shpat_1', 'expires_in': 0}",
                "{'access_token': 'shpat_1', 'expires_in': -1}",
                "{'access_token': 'shpat_1', 'expires_in': 99999999999}",
                "{'access_token': 'shpat_1', 'expires_in': 'soon'}"
            })
    void lifetimeThatIsNotToldIsUnknown(String body) {
        assertThat(OAuthJson.grant(quoted(body), MAPPER).lifetime()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "<html>shpat_1",
                "{'access_token': ''}",
                "{'access_token': null}",
                "{'access_token': 7}",
                "{'access_token': 'shpat_1\\r\\nX-Evil: 1'}"
            })
    void answerWithoutATokenIsNotTakenForOne(String body) {
        assertThatThrownBy(() -> OAuthJson.grant(quoted(body), MAPPER))
                .isInstanceOf(ShopifyException.class)
                .hasMessageNotContaining("shpat_1")
                .hasNoCause();
    }

    private static String quoted(String body) {
        return body.replace('\'', '"');
    }
}
