package dev.shopmirror.simulator;

import static dev.shopmirror.simulator.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.shopmirror.simulator.shop.Shop;

class StockEventsTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final ShopifySimulator simulator =
            ShopifySimulator.start(SimulatorOptions.defaults().withLocalhostAddresses(true));
    private final Shop shop = simulator.shop(Caller.SHOP);
    private Sink sink;

    @BeforeEach
    void subscribe() throws Exception {
        sink = Sink.answering(200);
        for (String kind : List.of("locations", "inventory_items")) {
            for (String event : List.of("create", "update", "delete")) {
                subscribe(kind + '/' + event);
            }
        }
        shop.deliveryOptions(shop.deliveryOptions().withConcurrency(1));
    }

    @AfterEach
    void close() {
        simulator.close();
        sink.close();
    }

    @Test
    void locationIsCreatedUpdatedAndDeletedByItsTopics() throws Exception {
        shop.putLocation(866550311766439020L, json("{'name':'Main Street'}"));
        shop.putLocation(866550311766439020L, json("{'city':'Hull'}"));
        assertThat(shop.locations())
                .singleElement()
                .isEqualTo(shop.location(866550311766439020L).orElseThrow());
        assertThat(shop.deleteLocation(866550311766439020L)).isTrue();
        assertThat(shop.deleteLocation(866550311766439020L)).isFalse();

        assertThat(topics()).containsExactly("locations/create", "locations/update", "locations/delete");
        assertThat(sink.bodies().get(1)).contains("\"name\":\"Main Street\"").contains("\"city\":\"Hull\"");
        assertThat(sink.bodies().get(2)).isEqualTo("{\"id\":866550311766439020}");
    }

    @Test
    void inventoryItemIsCreatedUpdatedAndDeletedByItsTopics() throws Exception {
        shop.putInventoryItem(271878346596884015L, json("{'cost':'7.10'}"));
        shop.putInventoryItem(271878346596884015L, json("{'tracked':false}"));
        assertThat(shop.inventoryItems())
                .singleElement()
                .isEqualTo(shop.inventoryItem(271878346596884015L).orElseThrow());
        assertThat(shop.deleteInventoryItem(271878346596884015L)).isTrue();
        assertThat(shop.deleteInventoryItem(271878346596884015L)).isFalse();

        assertThat(topics())
                .containsExactly("inventory_items/create", "inventory_items/update", "inventory_items/delete");
        assertThat(sink.bodies().get(1)).contains("\"cost\":\"7.10\"").contains("\"tracked\":false");
        assertThat(json(sink.bodies().get(2)).has("sku")).isFalse();
    }

    @Test
    void changeOfActiveIsOneActionWithTwoEvents() throws Exception {
        subscribe("locations/activate");
        subscribe("locations/deactivate");
        shop.putLocation(1, json("{}"));

        shop.putLocation(1, json("{'active':false}"));
        shop.putLocation(1, json("{'active':false}"));
        shop.putLocation(1, json("{'active':true}"));

        assertThat(topics())
                .containsExactly(
                        "locations/create",
                        "locations/update",
                        "locations/deactivate",
                        "locations/update",
                        "locations/update",
                        "locations/activate");
        assertThat(sink.received().get(1).header("X-Shopify-Event-Id"))
                .isEqualTo(sink.received().get(2).header("X-Shopify-Event-Id"));
        assertThat(distinct("X-Shopify-Triggered-At")).hasSize(6);
    }

    private List<String> topics() throws InterruptedException {
        assertThat(shop.awaitSettled(SOON)).isTrue();
        return sink.received().stream()
                .map(received -> received.header("X-Shopify-Topic"))
                .toList();
    }

    private Set<String> distinct(String header) {
        return sink.received().stream().map(received -> received.header(header)).collect(Collectors.toSet());
    }

    private void subscribe(String topic) throws Exception {
        shop.subscriptions()
                .create(json("{'topic':'" + topic + "','address':'" + sink.url("/hooks") + "'}"), shop.now());
    }
}
