package dev.shopmirror.admin.destination;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {

    @ParameterizedTest
    @CsvSource({
        "orders/updated,orders/updated,0",
        "orders/update,orders/updated,1",
        "product/update,products/update,1",
        "products/udpate,products/update,1",
        "products/uqdate,products/update,1",
        "prodcuts/updates,products/update,2",
        "'',carts,5",
        "carts,'',5",
        "ca,abc,3"
    })
    void everySlipCountsOnce(String one, String other, int slips) {
        assertThat(EditDistance.between(one, other)).isEqualTo(slips);
        assertThat(EditDistance.between(other, one)).isEqualTo(slips);
    }
}
