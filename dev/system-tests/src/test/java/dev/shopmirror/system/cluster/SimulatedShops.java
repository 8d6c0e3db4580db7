package dev.shopmirror.system.cluster;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.shopmirror.event.EventTopics;
import dev.shopmirror.localstack.PostgresServer;
import dev.shopmirror.simulator.shop.Shop;
import dev.shopmirror.simulator.subscription.Refused;

/** Makes simulated shops known: a store row each, and a subscription for each topic that is mirrored. */
public final class SimulatedShops {

    private SimulatedShops() {}

    public static void addStores(Collection<String> domains) throws SQLException {
        try (Connection connection = PostgresServer.shared().ownerConnection();
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO store (shop_domain, name, credential_kind)"
                                + " SELECT domain, 'System tests', 'access_token' FROM unnest(?) AS domain")) {
            insert.setArray(1, connection.createArrayOf("text", domains.toArray()));
            insert.executeUpdate();
        }
    }

    /** @param url of what stands before ingest-service */
    public static void subscribe(Shop shop, String url) {
        for (String topic : EventTopics.MIRRORED) {
            ObjectNode webhook = JsonNodeFactory.instance
                    .objectNode()
                    .put("topic", topic)
                    .put("address", url + "/api/shopify/webhooks/" + topic);
            try {
                shop.subscriptions().create(webhook, shop.now());
            } catch (Refused e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
