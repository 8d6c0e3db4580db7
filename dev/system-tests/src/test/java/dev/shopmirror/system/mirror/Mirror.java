package dev.shopmirror.system.mirror;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.shopmirror.localstack.PostgresServer;
import dev.shopmirror.simulator.shop.Shop;

/** PostgreSQL's rows against the shops' truth, field by field. It shares nothing with the code that wrote the rows. */
public final class Mirror {

    private static final String STORE_ROWS =
            "SELECT s.shop_domain, t.* FROM %s t JOIN store s ON s.id = t.store_id WHERE s.shop_domain = ANY (?)";

    private Mirror() {}

    /** What is wrong, by the shop's domain; an empty list for a shop whose rows are its truth. */
    public static Map<String, List<String>> differences(Collection<Shop> shops) throws SQLException {
        try (Connection connection = PostgresServer.shared().ownerConnection()) {
            return differences(connection, shops);
        }
    }

    static Map<String, List<String>> differences(Connection connection, Collection<Shop> shops) throws SQLException {
        Map<String, List<String>> differences = new HashMap<>();
        shops.forEach(shop -> differences.put(shop.domain(), new ArrayList<>()));
        for (MirrorTable table : MirrorTable.ALL) {
            Map<String, List<StoredRow>> stored = rows(connection, table, differences.keySet());
            for (Shop shop : shops) {
                differences
                        .get(shop.domain())
                        .addAll(Differences.between(
                                table, table.truth().apply(shop), stored.getOrDefault(shop.domain(), List.of())));
            }
        }
        return differences;
    }

    private static Map<String, List<StoredRow>> rows(
            Connection connection, MirrorTable table, Collection<String> domains) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(STORE_ROWS.formatted(table.name()))) {
            query.setArray(1, connection.createArrayOf("text", domains.toArray()));
            Map<String, List<StoredRow>> rows = new HashMap<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    StoredRow stored = StoredRow.read(row);
                    String shop = (String) stored.values().remove("shop_domain");
                    rows.computeIfAbsent(shop, domain -> new ArrayList<>()).add(stored);
                }
            }
            return rows;
        }
    }
}
