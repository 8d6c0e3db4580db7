package dev.shopmirror.admin.shopify.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.shopmirror.admin.shopify.ShopifyException;
import dev.shopmirror.admin.shopify.ShopifyException.Reason;

class TokenRefusalTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {'error':'invalid_grant','error_description':'gone'}         | TOKEN_REFUSED",
                "400 | {'error':'app_not_installed'}                                | TOKEN_REFUSED",
                "400 | {'error':'shop_not_permitted'}                               | TOKEN_REFUSED",
                "400 | <html>Oauth error shop_not_permitted: Client credentials     | TOKEN_REFUSED",
                "401 | {'error':'invalid_request','error_description':'This request requires an active refresh_token'} | TOKEN_REFUSED",
                "401 | {'error':'invalid_request','error_description':'other words'} | UNEXPECTED_ANSWER",
                "401 | {'error':'brand_new'}                                        | UNEXPECTED_ANSWER",
                "401 | {'errors':'[API] Invalid API key or access token'}           | UNEXPECTED_ANSWER",
                "401 | ''                                                           | UNEXPECTED_ANSWER",
                "401 | {'error':'invalid_client'}                                   | INVALID_REQUEST",
                "400 | {'error':'application_cannot_be_found'}                      | INVALID_REQUEST",
                "400 | <html>Oauth error application_cannot_be_found: Could not     | INVALID_REQUEST",
                "400 | {'error':'invalid_request'}                                  | INVALID_REQUEST",
                "402 | {'errors':'Unavailable Shop'}                                | SHOP_UNAVAILABLE",
                "404 | {'errors':'Not Found'}                                       | SHOP_UNAVAILABLE",
                "429 | {'errors':'Exceeded'}                                        | RATE_LIMITED",
                "503 | <html>                                                       | SHOPIFY_ERROR",
                "302 | ''                                                           | UNEXPECTED_ANSWER"
            })
    void onlyARefusalByTheShopRefusesTheToken(int status, String body, Reason expected) {
        assertThat(of(status, body).reason()).isEqualTo(expected);
    }

    @Test
    void wrongAppIsSentToItsSettings() {
        assertThat(of(401, "{'error':'invalid_client'}"))
                .hasMessage(
                        "Shopify refuses the app: invalid_client; check SHOPIFY_CLIENT_ID and SHOPIFY_CLIENT_SECRET");
    }

    @Test
    void onlyTheCodeIsQuoted() {
        ShopifyException refusal = of(400, "{'error':'invalid_grant','error_description':'shprt_1 is void'}");

        assertThat(refusal).hasMessage("Shopify gives no new access token: invalid_grant");
        assertThat(of(400, "{'error':'shprt_1 is void'}")).hasMessageNotContaining("shprt_1");
        assertThat(of(400, "shprt_1 is void")).hasMessageNotContaining("shprt_1");
        assertThat(refusal.requestId()).isEqualTo("id-1");
    }

    private static ShopifyException of(int status, String body) {
        return TokenRefusal.of(status, body.replace('\'', '"'), "id-1", new ObjectMapper());
    }
}
