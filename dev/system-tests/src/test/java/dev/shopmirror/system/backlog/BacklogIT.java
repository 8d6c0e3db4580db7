package dev.shopmirror.system.backlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.shopmirror.localstack.PostgresServer;
import dev.shopmirror.system.cluster.Cluster;
import dev.shopmirror.system.cluster.Instance;
import dev.shopmirror.system.cluster.SimulatedShops;

/**
 * However much has piled up, it is worked off in a heap that was made for a tenth of it.
 * {@code -Dshopmirror.backlog=200000} for more.
 */
class BacklogIT {

    private static final int EVENTS = Integer.getInteger("shopmirror.backlog", 20_000);
    private static final List<String> SMALL_HEAP =
            List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError");

    /** What design says sync-service may take, whatever comes. */
    private static final long MOST_RESIDENT_MIB = 350;

    /** Between two full collections: buffers and statements that are only there while a batch is. */
    private static final long SAME_HEAP_MIB = 24;

    private final String shop = "backlog-" + UUID.randomUUID() + ".myshopify.com";
    private final Backlog backlog = new Backlog(shop, EVENTS);

    @Test
    @SuppressWarnings("SystemOut") // figures for people
    void backlogIsWorkedOffInFlatMemory() throws Exception {
        SimulatedShops.addStores(List.of(shop));
        backlog.publish();
        long begin = System.nanoTime();
        try (Instance sync = Instance.start("sync-service", "backlog-sync", Cluster.syncSettings(), SMALL_HEAP)) {
            sync.awaitReady();
            Memory memory = new Memory(sync.process().pid());
            awaitDone(sync, EVENTS / 10);
            long early = memory.liveHeap();
            awaitDone(sync, EVENTS / 10 * 9);
            long late = memory.liveHeap();
            awaitDone(sync, EVENTS);
            System.out.printf(
                    "Backlog: %d events in %d s; live heap %d MiB early, %d MiB late; peak resident %d MiB%n",
                    EVENTS, (System.nanoTime() - begin) / 1_000_000_000, early, late, memory.peak());

            assertThat(late).isLessThanOrEqualTo(early + SAME_HEAP_MIB);
            assertThat(memory.peak()).isLessThan(MOST_RESIDENT_MIB);
            assertThat(Files.readString(sync.process().log())).doesNotContain("OutOfMemoryError");
        }
        assertThat(titles()).isEqualTo(backlog.titles());
        assertThat(count("shopify_product_variant v JOIN store s ON s.id = v.store_id WHERE s.shop_domain"))
                .isEqualTo(backlog.variants());
    }

    private void awaitDone(Instance sync, int events) {
        await().atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofMillis(200))
                .failFast("sync-service ended", () -> !sync.process().isAlive())
                .until(() -> count("webhook_delivery WHERE shop_domain") >= events);
    }

    private int count(String fromWhere) throws SQLException {
        try (Connection connection = PostgresServer.shared().ownerConnection();
                PreparedStatement query = connection.prepareStatement("SELECT count(*) FROM " + fromWhere + " = ?")) {
            query.setString(1, shop);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private Map<Long, String> titles() throws SQLException {
        Map<Long, String> titles = new HashMap<>();
        try (Connection connection = PostgresServer.shared().ownerConnection();
                PreparedStatement query = connection.prepareStatement("SELECT p.id, p.title FROM shopify_product p"
                        + " JOIN store s ON s.id = p.store_id WHERE s.shop_domain = ?")) {
            query.setString(1, shop);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    titles.put(row.getLong(1), row.getString(2));
                }
            }
        }
        return titles;
    }
}
