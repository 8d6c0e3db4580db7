package dev.shopmirror.admin.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.shopmirror.admin.shopify.ShopifyException.Reason;

class ShopifyErrorsTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void takenAddressIsToldFromAnInvalidOne() {
        ShopifyErrors taken = read(422, "{\"errors\":{\"address\":[\"for this topic has already been taken\"]}}");
        ShopifyErrors invalid = read(422, "{\"errors\":{\"address\":[\"protocol http:// is not supported\"]}}");

        assertThat(taken.reason()).isEqualTo(Reason.ALREADY_TAKEN);
        assertThat(invalid.reason()).isEqualTo(Reason.INVALID_ADDRESS);
        assertThat(invalid.text()).isEqualTo("address: protocol http:// is not supported");
    }

    @Test
    void unknownTopicKeepsShopifysWords() {
        ShopifyErrors errors =
                read(422, "{\"errors\":{\"topic\":[\"Invalid topic specified: a/b.\",\"Really\"],\"base\":\"x\"}}");

        assertThat(errors.reason()).isEqualTo(Reason.INVALID_TOPIC);
        assertThat(errors.text()).isEqualTo("topic: Invalid topic specified: a/b., Really; base: x");
    }

    @Test
    void errorsMayBeAString() {
        ShopifyErrors errors = read(401, "{\"errors\":\"[API] Invalid API key or access token\"}");

        assertThat(errors.reason()).isEqualTo(Reason.TOKEN_REFUSED);
        assertThat(errors.text()).isEqualTo("[API] Invalid API key or access token");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "<html>Bad gateway</html>", "[]", "{}", "{\"errors\":null}", "{\"errors\":{}}"})
    void bodyWithoutWordsLeavesTheStatus(String body) {
        assertThat(read(502, body).text()).isEqualTo("Shopify answered 502");
        assertThat(read(502, body).reason()).isEqualTo(Reason.SHOPIFY_ERROR);
    }

    @Test
    void longWordsAreCutAndStayOnOneLine() {
        String text =
                read(400, "{\"errors\":\"a\\nb" + "x".repeat(1000) + "\"}").text();

        assertThat(text).hasSize(501).startsWith("a bx").endsWith("…");
    }

    @ParameterizedTest
    @CsvSource({
        "400,INVALID_REQUEST",
        "402,SHOP_UNAVAILABLE",
        "403,SCOPE_MISSING",
        "404,SHOP_UNAVAILABLE",
        "423,SHOP_UNAVAILABLE",
        "429,RATE_LIMITED",
        "430,RATE_LIMITED",
        "500,SHOPIFY_ERROR",
        "504,SHOPIFY_ERROR",
        "301,UNEXPECTED_ANSWER",
        "422,INVALID_REQUEST"
    })
    void statusTellsTheReason(int status, Reason reason) {
        assertThat(read(status, "{}").reason()).isEqualTo(reason);
    }

    private static ShopifyErrors read(int status, String body) {
        return ShopifyErrors.read(status, body, MAPPER);
    }
}
