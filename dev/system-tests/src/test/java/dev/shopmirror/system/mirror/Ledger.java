package dev.shopmirror.system.mirror;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.shopmirror.event.KafkaTopics;
import dev.shopmirror.localstack.PostgresServer;
import dev.shopmirror.system.route.DeliveryId;
import dev.shopmirror.system.route.Traffic;

/**
 * What the table {@code webhook_delivery} says of shops.
 *
 * @param outcomes by shop and delivery
 * @param records how many of a shop's Kafka records are worked off, duplicates included
 * @param putOff deliveries that came by way of the bulk topic
 * @param overtaken by shop, how many deliveries came when a newer state was there already
 */
public record Ledger(
        Map<String, Map<DeliveryId, String>> outcomes,
        Map<String, Integer> records,
        Set<DeliveryId> putOff,
        Map<String, Integer> overtaken) {

    public static Ledger of(Collection<String> shops) throws SQLException {
        Ledger ledger = new Ledger(new HashMap<>(), new HashMap<>(), new HashSet<>(), new HashMap<>());
        try (Connection connection = PostgresServer.shared().ownerConnection();
                PreparedStatement query = connection.prepareStatement(
                        "SELECT shop_domain, topic, webhook_id, outcome, reason, duplicates, kafka_topic"
                                + " FROM webhook_delivery WHERE shop_domain = ANY (?)")) {
            query.setArray(1, connection.createArrayOf("text", shops.toArray()));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    ledger.add(row);
                }
            }
        }
        return ledger;
    }

    /** Acknowledged deliveries without a row. */
    public Set<DeliveryId> lost(String shop, Traffic traffic) {
        Set<DeliveryId> lost = new HashSet<>(traffic.acknowledged());
        lost.removeAll(outcomes.getOrDefault(shop, Map.of()).keySet());
        return lost;
    }

    /** Whether every delivery has its row, and everything in Kafka has been seen to, duplicates included. */
    public boolean isDone(String shop, Traffic traffic) {
        // what was put off, handed out again and put off again counts twice, so the count alone does not tell
        return lost(shop, traffic).isEmpty() && recordsSeen(shop) >= traffic.records();
    }

    /** What is wrong, in words, for a shop all of whose deliveries can be applied. */
    public List<String> objections(String shop, Traffic traffic) {
        List<String> objections = new ArrayList<>();
        traffic.neverAcknowledged().forEach(delivery -> objections.add("never acknowledged: " + delivery));
        lost(shop, traffic).forEach(delivery -> objections.add("acknowledged but not accounted for: " + delivery));
        outcomes.getOrDefault(shop, Map.of()).forEach((delivery, outcome) -> {
            if (!outcome.equals("applied") && !outcome.equals("stale")) {
                objections.add(outcome + ": " + delivery);
            }
        });
        if (recordsSeen(shop) < traffic.records()) {
            objections.add("only " + recordsSeen(shop) + " of " + traffic.records() + " records are seen to");
        }
        return objections;
    }

    /** How many deliveries were put off before they were worked off. */
    public int byWayOfBulk() {
        return putOff.size();
    }

    private int recordsSeen(String shop) {
        return records.getOrDefault(shop, 0);
    }

    private void add(ResultSet row) throws SQLException {
        String shop = row.getString("shop_domain");
        DeliveryId delivery = new DeliveryId(row.getString("topic"), row.getString("webhook_id"));
        outcomes.computeIfAbsent(shop, domain -> new HashMap<>()).put(delivery, row.getString("outcome"));
        if (row.getString("kafka_topic").equals(KafkaTopics.WEBHOOKS_BULK)) {
            putOff.add(delivery);
        }
        if (row.getString("outcome").equals("stale") && row.getString("reason") == null) {
            overtaken.merge(shop, 1, Integer::sum);
        }
        records.merge(shop, 1 + row.getInt("duplicates"), Integer::sum);
    }
}
