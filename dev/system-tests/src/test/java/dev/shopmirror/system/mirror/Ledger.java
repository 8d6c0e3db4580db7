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
 */
public record Ledger(
        Map<String, Map<DeliveryId, String>> outcomes, Map<String, Integer> records, Set<DeliveryId> putOff) {

    public static Ledger of(Collection<String> shops) throws SQLException {
        Ledger ledger = new Ledger(new HashMap<>(), new HashMap<>(), new HashSet<>());
        try (Connection connection = PostgresServer.shared().ownerConnection();
                PreparedStatement query = connection.prepareStatement(
                        "SELECT shop_domain, topic, webhook_id, outcome, duplicates, kafka_topic FROM webhook_delivery"
                                + " WHERE shop_domain = ANY (?)")) {
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

    /** Whether everything in Kafka has been seen to, duplicates included. */
    public boolean isDone(String shop, Traffic traffic) {
        return records.getOrDefault(shop, 0) >= traffic.records();
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
        if (!isDone(shop, traffic)) {
            objections.add(
                    "only " + records.getOrDefault(shop, 0) + " of " + traffic.records() + " records are seen to");
        }
        return objections;
    }

    /** How many deliveries were put off before they were worked off. */
    public int byWayOfBulk() {
        return putOff.size();
    }

    private void add(ResultSet row) throws SQLException {
        String shop = row.getString("shop_domain");
        DeliveryId delivery = new DeliveryId(row.getString("topic"), row.getString("webhook_id"));
        outcomes.computeIfAbsent(shop, domain -> new HashMap<>()).put(delivery, row.getString("outcome"));
        if (row.getString("kafka_topic").equals(KafkaTopics.WEBHOOKS_BULK)) {
            putOff.add(delivery);
        }
        records.merge(shop, 1 + row.getInt("duplicates"), Integer::sum);
    }
}
