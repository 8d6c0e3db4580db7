package dev.shopmirror.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.shopmirror.simulator.shop.Shop;

class FilteredDeliveryTest {

    private final Sink sink;
    private final ShopifySimulator simulator = ShopifySimulator.start(
            SimulatorOptions.defaults().withLocalhostAddresses(true).withRetryTimeScale(0.0001));
    private final Shop shop = simulator.shop(Caller.SHOP);

    FilteredDeliveryTest() throws IOException {
        this.sink = Sink.answering(200);
    }

    @AfterEach
    void close() {
        simulator.close();
        sink.close();
    }

    @Test
    void onlyMatchingEventsAreDelivered() throws Exception {
        subscribe("'filter':'status:active AND variants.price:>=10'");

        shop.putProduct(1, Caller.json("{'title':'Cheap','variants':[{'price':'9.99'}]}"));
        shop.putProduct(2, Caller.json("{'title':'Dear','variants':[{'price':'9.99'},{'price':'25'}]}"));
        shop.putProduct(3, Caller.json("{'title':'Draft','status':'draft','variants':[{'price':'25'}]}"));

        assertThat(shop.awaitSettled(Duration.ofSeconds(10))).isTrue();
        assertThat(sink.received()).hasSize(1);
        assertThat(sink.received().get(0).body()).contains("\"title\":\"Dear\"");
    }

    @Test
    void nameOfTheSubscriptionIsTold() throws Exception {
        subscribe("'name':'mirror'");

        shop.putProduct(1, Caller.json("{'title':'Tripod'}"));

        assertThat(shop.awaitSettled(Duration.ofSeconds(10))).isTrue();
        assertThat(sink.received().get(0).header("X-Shopify-Name")).isEqualTo("mirror");
    }

    @Test
    void filterOnAFieldThatIsCutAwayDeliversNothing() throws Exception {
        subscribe("'filter':'status:active','fields':['id','updated_at']");

        shop.putProduct(1, Caller.json("{'title':'Tripod'}"));

        assertThat(shop.awaitSettled(Duration.ofSeconds(10))).isTrue();
        assertThat(shop.deliveries()).isEmpty();
    }

    private void subscribe(String options) throws Exception {
        shop.subscriptions()
                .create(
                        Caller.json(
                                "{'topic':'products/create','address':'" + sink.url("/hooks") + "'," + options + '}'),
                        shop.now());
    }
}
