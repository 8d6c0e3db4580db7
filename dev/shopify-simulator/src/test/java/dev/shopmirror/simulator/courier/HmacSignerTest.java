package dev.shopmirror.simulator.courier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.shopmirror.simulator.json.Json;
import dev.shopmirror.simulator.json.ShopifyJson;

class HmacSignerTest {

    private static final String SECRET = "shpss_test_0123456789abcdef0123456789abcdef";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "25 | shpss_test_0123456789abcdef0123456789abcdef | 86Bvx6ScpeF1IdwtUwLzXdxf6fZAAKoyjNaf/pHe73M=",
                "25 | shpss_test_OLD_fedcba9876543210fedcba9876 |   fuan72TE/k/ktopPv05uwqvDXSVBtaGcIDV3GVWBX/g="
            })
    void knownBodyHasItsKnownSignature(int length, String secret, String expected) {
        byte[] body = "{\"id\":788032119674292922}".getBytes(UTF_8);

        assertThat(body).hasSize(length);
        assertThat(new HmacSigner(secret).sign(body)).isEqualTo(expected);
    }

    @Test
    void escapesAndUmlautsAreSignedAsTheyStand() {
        byte[] body = "{\"id\":1,\"title\":\"Café \\u0026 <ü>\\/x\"}".getBytes(UTF_8);

        assertThat(body).hasSize(39);
        assertThat(new HmacSigner(SECRET).sign(body)).isEqualTo("3w3c5Xt2duG/wn+PeD2Ie1wfiok897OQIFzy6I6ZzI4=");
    }

    @Test
    void whatIsSentIsWhatIsSigned() {
        byte[] sent = ShopifyJson.write(Json.readObject("{ \"id\" : 788032119674292922 }".getBytes(UTF_8)));

        assertThat(new HmacSigner(SECRET).sign(sent)).isEqualTo("86Bvx6ScpeF1IdwtUwLzXdxf6fZAAKoyjNaf/pHe73M=");
    }
}
