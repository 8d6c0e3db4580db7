package dev.shopmirror.sync.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

import jakarta.inject.Inject;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.PostgresServer;
import dev.shopmirror.localstack.WithKafka;
import dev.shopmirror.localstack.WithPostgres;

@QuarkusTest
@WithKafka
@WithPostgres(login = PostgresLogin.SYNC)
class RetentionTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);

    /** More than one chunk of them. */
    private static final int OLD = DeliveryRetention.CHUNK + 7;

    @Inject
    RetentionJob job;

    @Inject
    MeterRegistry metrics;

    @Inject
    Scheduler scheduler;

    @BeforeEach
    void fillTheLedger() throws SQLException {
        scheduler.pause("delivery-retention");
        execute("DELETE FROM webhook_delivery WHERE shop_domain = 'old.myshopify.com'");
        insert(1, OLD, "30 days 1 minute");
        insert(OLD + 1, OLD + 3, "29 days 23 hours");
    }

    @Test
    void rowsOlderThanTheRetentionAreRemovedAndYoungerOnesStay() throws SQLException {
        assertThat(job.removeAll().await().atMost(LONG_ENOUGH)).isEqualTo(OLD);

        assertThat(left()).isEqualTo(3);
        assertThat(metrics.get("shopmirror.retention.deliveries").counter().count())
                .isEqualTo(OLD);
    }

    @Test
    void onlyOneReplicaRemovesAtATime() throws SQLException {
        try (Connection replica = PostgresServer.shared().ownerConnection();
                Statement statement = replica.createStatement()) {
            replica.setAutoCommit(false);
            statement.execute("SELECT pg_advisory_xact_lock(" + DeliveryRetention.LOCK + ")");

            assertThat(job.removeAll().await().atMost(LONG_ENOUGH)).isZero();
            assertThat(left()).isEqualTo(OLD + 3);
        }
    }

    @Test
    void jobIsScheduled() {
        assertThat(scheduler.getScheduledJob("delivery-retention").getNextFireTime())
                .isNotNull();
    }

    private static void insert(int from, int to, String age) throws SQLException {
        execute("""
                INSERT INTO webhook_delivery (shop_domain, topic, webhook_id, received_at, committed_at, outcome, source,
                    kafka_topic, kafka_partition, kafka_offset)
                SELECT 'old.myshopify.com', 'products/update', 'id-' || n, now(), now() - interval '%s', 'applied',
                    'webhook', 'shopify.webhooks', 0, n
                FROM generate_series(%d, %d) AS n""".formatted(age, from, to));
    }

    private static long left() throws SQLException {
        try (Connection connection = PostgresServer.shared().ownerConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT count(*) FROM webhook_delivery WHERE shop_domain = 'old.myshopify.com'")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = PostgresServer.shared().ownerConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
