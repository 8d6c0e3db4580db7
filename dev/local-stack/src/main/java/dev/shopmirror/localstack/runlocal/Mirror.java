package dev.shopmirror.localstack.runlocal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

import dev.shopmirror.localstack.PostgresServer;

/** Reads the demo store's rows, as whoever uses the mirror does. */
final class Mirror {

    /**
     * A product's row.
     *
     * @param prices of its variants by position, digits as stored
     * @param available units of its first variant; null when unknown
     */
    record Product(
            long id,
            String title,
            List<String> prices,
            @Nullable Integer available,
            Instant syncedAt) {}

    private static final String PRODUCTS = """
            SELECT p.id, p.title, p.synced_at,
                array(SELECT v.price::text FROM shopify_product_variant v
                      WHERE v.store_id = p.store_id AND v.product_id = p.id ORDER BY v.position) AS prices,
                (SELECT l.available FROM shopify_product_variant v JOIN shopify_inventory_level l
                     ON l.store_id = v.store_id AND l.inventory_item_id = v.inventory_item_id
                 WHERE v.store_id = p.store_id AND v.product_id = p.id ORDER BY v.position LIMIT 1) AS available
            FROM shopify_product p JOIN store s ON s.id = p.store_id
            WHERE s.shop_domain = ? ORDER BY p.synced_at DESC, p.id""";

    private final PostgresServer postgres;

    Mirror(PostgresServer postgres) {
        this.postgres = postgres;
    }

    /** Newest synced first. */
    List<Product> products() throws SQLException {
        try (Connection connection = postgres.ownerConnection();
                PreparedStatement query = connection.prepareStatement(PRODUCTS)) {
            query.setString(1, DemoStore.DOMAIN);
            try (ResultSet rows = query.executeQuery()) {
                return read(rows);
            }
        }
    }

    /** Waits until the rows are as wanted. */
    void await(String what, Condition condition) {
        Awaitility.await(what)
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> condition.holds(products()));
    }

    interface Condition {
        boolean holds(List<Product> products);
    }

    private static List<Product> read(ResultSet rows) throws SQLException {
        List<Product> products = new ArrayList<>();
        while (rows.next()) {
            products.add(new Product(
                    rows.getLong("id"),
                    rows.getString("title"),
                    Arrays.asList((String[]) rows.getArray("prices").getArray()),
                    (Integer) rows.getObject("available"),
                    rows.getTimestamp("synced_at").toInstant()));
        }
        return products;
    }
}
