package dev.shopmirror.simulator.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.shopmirror.simulator.json.Json;
import dev.shopmirror.simulator.resource.IdSequence;
import dev.shopmirror.simulator.resource.Moment;

class OldProductShapeTest {

    private static final Moment NOW = new Moment(Instant.parse("2024-02-01T12:00:00Z"), ZoneOffset.UTC);

    private final Products products = new Products(new IdSequence(NOW.instant()), "acme");
    private final ObjectNode product = products.put(
            5,
            Json.readObject("{\"variants\":[{\"id\":642667041472713922,\"grams\":250},{\"id\":7}]}".getBytes(UTF_8)),
            NOW);

    @Test
    void version202401NamesVariantsByIdAndWeighsThem() {
        ObjectNode body = products.webhookBody(product, "2024-01");

        assertThat(body.path("variant_ids").toString()).isEqualTo("[{\"id\":642667041472713922},{\"id\":7}]");
        assertThat(body.has("variant_gids")).isFalse();
        assertThat(body.has("category")).isFalse();
        assertThat(body.at("/variants/0/grams").intValue()).isEqualTo(250);
        assertThat(body.at("/variants/1/grams").intValue()).isZero();
        assertThat(body.at("/variants/1/weight").isNumber()).isTrue();
        assertThat(body.at("/variants/1/weight_unit").asText()).isEqualTo("kg");
        assertThat(body.at("/variants/1/requires_shipping").booleanValue()).isTrue();
        assertThat(body.at("/variants/1/fulfillment_service").asText()).isEqualTo("manual");
        assertThat(body.at("/variants/1/inventory_management").asText()).isEqualTo("shopify");
    }

    @Test
    void version202404NamesVariantsByGidAndStillWeighsThem() {
        ObjectNode body = products.webhookBody(product, "2024-04");

        assertThat(body.path("variant_gids")).hasSize(2);
        assertThat(body.has("variant_ids")).isFalse();
        assertThat(body.at("/variants/1").has("weight")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-10", "2026-10", "unstable"})
    void newerVersionsAreAlike(String version) {
        ObjectNode body = products.webhookBody(product, version);

        assertThat(body).isEqualTo(product);
        assertThat(body.at("/variants/1").has("weight")).isFalse();
    }
}
