package dev.shopmirror.system.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.shopmirror.localstack.PostgresServer;
import dev.shopmirror.simulator.ShopifySimulator;
import dev.shopmirror.simulator.SimulatorOptions;
import dev.shopmirror.simulator.shop.Shop;
import dev.shopmirror.system.cluster.Cluster;
import dev.shopmirror.system.cluster.SimulatedShops;
import dev.shopmirror.system.route.UnreliableRoute;

/** The comparison that the proofs rest on notices what is wrong. */
class MirrorIT {

    private static final String DOMAIN = "compared-" + UUID.randomUUID() + ".myshopify.com";

    private static Cluster cluster;
    private static UnreliableRoute route;
    private static ShopifySimulator simulator;
    private static Shop shop;

    @BeforeAll
    static void mirrorAShop() throws Exception {
        cluster = Cluster.start("mirror", 1, 1);
        route = UnreliableRoute.to(cluster.ingestUrls());
        simulator = ShopifySimulator.start(
                SimulatorOptions.defaults().withClientSecret(Cluster.SECRET).withLocalhostAddresses(true));
        shop = simulator.shop(DOMAIN);
        SimulatedShops.addStores(List.of(DOMAIN));
        SimulatedShops.subscribe(shop, route.url());
        var nodes = JsonNodeFactory.instance;
        var product = nodes.objectNode().put("title", "Mug").put("tags", "a, b");
        product.putArray("variants").addObject().put("price", "25");
        product.putArray("images").addObject().put("alt", "Front");
        shop.putProduct(7, product);
        shop.putInventoryLevel(nodes.objectNode()
                .put("inventory_item_id", 8)
                .put("location_id", 9)
                .put("available", 10));
        shop.putInventoryItem(8, nodes.objectNode().put("cost", "7.20"));
        shop.putLocation(9, nodes.objectNode());
        await().atMost(Duration.ofSeconds(60)).until(() -> differences().isEmpty());
    }

    @AfterAll
    static void stop() throws Exception {
        simulator.close();
        route.close();
        cluster.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE shopify_product SET title = 'Cup' | title is Cup instead of Mug",
                "UPDATE shopify_product SET template_suffix = '' | template_suffix is  instead of null",
                "UPDATE shopify_product SET tags = '{a}' | tags is [a] instead of [a, b]",
                "UPDATE shopify_product SET images = jsonb_set(images, '{0,alt}', 'null') | images is",
                "UPDATE shopify_product SET updated_at = updated_at - interval '1 second' | updated_at is",
                "UPDATE shopify_product SET incomplete = true | incomplete is true instead of false",
                "UPDATE shopify_product_variant SET price = 25.00 | price is 25.00 instead of 25",
                "UPDATE shopify_product_variant SET id = id + 1 | should not be there",
                "UPDATE shopify_inventory_level SET available = NULL | available is null instead of 10",
                "UPDATE shopify_inventory_item SET cost = 7.2 | cost is 7.2 instead of 7.20",
                "UPDATE shopify_location SET city = NULL | city is null instead of Ottawa",
                "DELETE FROM shopify_location | shopify_location [9] is missing",
                "DELETE FROM shopify_product | shopify_product [7] is missing",
            })
    void changedRowIsADifference(String change, String words) throws SQLException {
        assertThat(differencesAfter(change))
                .anySatisfy(difference -> assertThat(difference).contains(words));
    }

    @Test
    void untouchedRowsAreNone() throws SQLException {
        assertThat(differences()).isEmpty();
    }

    /** In a transaction that is rolled back: the next case starts from the right rows. */
    private static List<String> differencesAfter(String change) throws SQLException {
        try (Connection connection = PostgresServer.shared().ownerConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(change + " WHERE store_id = (SELECT id FROM store WHERE shop_domain = '" + DOMAIN + "')");
            return Mirror.differences(connection, List.of(shop)).get(DOMAIN);
        }
    }

    private static List<String> differences() throws SQLException {
        return Mirror.differences(List.of(shop)).get(DOMAIN);
    }
}
