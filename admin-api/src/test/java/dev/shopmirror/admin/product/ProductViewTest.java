package dev.shopmirror.admin.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

class ProductViewTest {

    @Test
    void optionsAreReadAsTheyWereDelivered() {
        JsonArray delivered = new JsonArray(
                "[{\"id\":1064576525,\"name\":\"Size\",\"product_id\":1,\"position\":2,\"values\":[\"S\",\"L\"]}]");

        assertThat(ProductView.options(delivered))
                .containsExactly(new ProductView.Option("1064576525", "Size", 2, List.of("S", "L")));
    }

    @Test
    void oddOptionsSpoilNothing() {
        assertThat(ProductView.options(null)).isEmpty();
        assertThat(ProductView.options(new JsonObject())).isEmpty();
        assertThat(ProductView.options(new JsonArray("[1, null, {}]")))
                .containsExactly(new ProductView.Option(null, null, null, List.of()));
    }
}
