package dev.shopmirror.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.shopmirror.event.KafkaTopics;
import dev.shopmirror.localstack.KafkaServer;
import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.PostgresServer;
import dev.shopmirror.localstack.WithKafka;
import dev.shopmirror.localstack.WithPostgres;

/** What database and broker may do to a batch that is not the batch's fault: it is waited out, and nothing is lost. */
@QuarkusTest
@WithKafka
@WithPostgres(login = PostgresLogin.SYNC)
class TransientFailureTest {

    private final TestShop shop = TestShop.active();

    @AfterEach
    void restore() throws SQLException {
        try (Connection superuser = Owner.superuser()) {
            Owner.execute(
                    superuser, "ALTER DATABASE " + PostgresServer.DATABASE + " RESET default_transaction_read_only");
            Owner.execute(superuser, "DROP TRIGGER IF EXISTS test_failure ON shopify_product");
            Owner.execute(superuser, "DROP TRIGGER IF EXISTS test_failure ON webhook_delivery");
            Owner.execute(superuser, "DROP FUNCTION IF EXISTS test_failure()");
            Owner.execute(superuser, "DROP SEQUENCE IF EXISTS test_failures");
        }
        shop.close();
    }

    @Test
    void deadlockIsRetried() throws SQLException {
        deliver(1, "first");
        deliver(2, "first");
        shop.awaitOutcomes(2);
        try (Connection rival = Owner.superuser()) {
            rival.setAutoCommit(false);
            // the service's own check comes first, so it is the service that is sent away
            Owner.execute(rival, "SET deadlock_timeout = '60s'");
            touch(rival, 2);
            try (Backlog both = Backlog.fresh()) {
                both.addTo(0, shop, "products/update", product(1, "second"));
                both.addTo(0, shop, "products/update", product(2, "second"));
            }
            awaitWaitingSession(rival);
            touch(rival, 1);
            rival.commit();
        }

        assertThat(shop.awaitOutcomes(4)).containsOnly("applied");
        assertThat(shop.values("SELECT title FROM shopify_product WHERE store_id = ?"))
                .containsOnly("second");
        assertThat(deadlocks()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01", "53100", "53300", "55P03", "57014"})
    void failureThatPassesIsRetried(String sqlState) {
        failTheFirst(3, sqlState);

        deliver(1, "patient");

        assertThat(shop.awaitOutcomes(1)).containsExactly("applied");
        assertThat(shop.value("SELECT title FROM shopify_product WHERE store_id = ?"))
                .isEqualTo("patient");
        assertThat(shop.value("SELECT last_value FROM test_failures WHERE ? IS NOT NULL"))
                .isEqualTo(4L);
        assertThat(shop.deadLetters()).isEmpty();
    }

    /** As where the database ends statements that take longer than it likes. */
    @Test
    void batchThatIsTooMuchForTheDatabaseIsDivided() {
        Owner.execute("""
                CREATE FUNCTION test_failure() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF (SELECT count(*) FROM written) > 20 THEN
                        RAISE EXCEPTION 'too much at once' USING ERRCODE = '57014';
                    END IF;
                    RETURN NULL;
                END $$""");
        Owner.execute("CREATE TRIGGER test_failure AFTER INSERT ON webhook_delivery "
                + "REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION test_failure()");
        int events = 100;
        try (Backlog batch = Backlog.fresh()) {
            for (int id = 1; id <= events; id++) {
                batch.addTo(0, shop, "products/update", product(id, "divided"));
            }
        }

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                        shop.ledger("SELECT outcome FROM webhook_delivery WHERE shop_domain = ?"))
                .isEqualTo(Collections.nCopies(events, "applied")));
        assertThat(shop.deadLetters()).isEmpty();
    }

    @Test
    void readOnlyDatabaseIsWaitedOut() throws SQLException {
        try (Connection superuser = Owner.superuser()) {
            Owner.execute(
                    superuser, "ALTER DATABASE " + PostgresServer.DATABASE + " SET default_transaction_read_only = on");
            Owner.endSessionsOfTheService();
            long before = rollbacks(superuser);
            deliver(1, "patient");
            await("refused more than once")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> rollbacks(superuser) > before + 1);
            assertThat(shop.ledger("SELECT outcome FROM webhook_delivery WHERE shop_domain = ?"))
                    .isEmpty();
            Owner.execute(
                    superuser, "ALTER DATABASE " + PostgresServer.DATABASE + " RESET default_transaction_read_only");
            Owner.endSessionsOfTheService();
        }

        assertThat(shop.awaitOutcomes(1)).containsExactly("applied");
        assertThat(shop.deadLetters()).isEmpty();
    }

    /** Its outcome must not be there before the dead letter is: nobody would look for it again. */
    @Test
    void outcomeOfPoisonIsNotCommittedBeforeKafkaHasTheDeadLetter() throws Exception {
        try (Connection superuser = Owner.superuser()) {
            limitDeadLetters("1");
            long before = rollbacks(superuser);
            shop.deliver("products/update", "{\"id\":", "2026-03-01T00:00:00Z");
            await("refused more than once")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> rollbacks(superuser) > before + 1);
            assertThat(shop.ledger("SELECT outcome FROM webhook_delivery WHERE shop_domain = ?"))
                    .isEmpty();
        } finally {
            limitDeadLetters(Integer.toString(KafkaTopics.MAX_RECORD_BYTES));
        }

        assertThat(shop.awaitOutcomes(1)).containsExactly("dead_lettered");
        assertThat(shop.deadLetterReasons()).containsExactly("broken_json");
    }

    @Test
    void endedSessionsCostNothing() {
        int events = 2_000;
        try (Backlog fresh = Backlog.fresh()) {
            for (int id = 1; id <= events; id++) {
                fresh.add(shop, "products/update", product(id, "survivor"));
            }
            fresh.flush();
            for (int ended = 0; ended < 20; ended++) {
                Owner.endSessionsOfTheService();
            }
        }

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                        shop.ledger("SELECT outcome FROM webhook_delivery WHERE shop_domain = ?"))
                .isEqualTo(Collections.nCopies(events, "applied")));
        assertThat(shop.deadLetters()).isEmpty();
    }

    /** @param bytes the largest record that Kafka takes of them */
    private static void limitDeadLetters(String bytes) throws Exception {
        var topic = new ConfigResource(ConfigResource.Type.TOPIC, KafkaTopics.DEAD_LETTER);
        var limit = new AlterConfigOp(new ConfigEntry("max.message.bytes", bytes), AlterConfigOp.OpType.SET);
        try (Admin kafka =
                Admin.create(Map.of("bootstrap.servers", KafkaServer.shared().bootstrapServers()))) {
            kafka.incrementalAlterConfigs(Map.of(topic, List.of(limit))).all().get();
        }
    }

    private void deliver(int id, String title) {
        shop.deliver("products/update", product(id, title), "2026-03-01T00:00:00Z");
    }

    private void touch(Connection rival, int id) throws SQLException {
        Owner.execute(
                rival,
                "UPDATE shopify_product SET synced_at = now() WHERE store_id = ? AND id = ?",
                shop.storeId(),
                id);
    }

    private static void awaitWaitingSession(Connection rival) {
        await("the service waits for the rival")
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> Owner.number(rival, """
                        SELECT count(*) FROM pg_stat_activity
                        WHERE usename = 'sync_service' AND pg_backend_pid() = ANY (pg_blocking_pids(pid))""") > 0);
    }

    private static long rollbacks(Connection connection) throws SQLException {
        return Owner.number(
                connection, "SELECT xact_rollback FROM pg_stat_database WHERE datname = current_database()");
    }

    private static long deadlocks() throws SQLException {
        try (Connection owner = Owner.superuser()) {
            return Owner.number(owner, "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()");
        }
    }

    /** A sequence counts what a rollback forgets. */
    private static void failTheFirst(int times, String sqlState) {
        Owner.execute("CREATE SEQUENCE test_failures");
        Owner.execute("GRANT USAGE ON SEQUENCE test_failures TO shopmirror_sync");
        Owner.execute("""
                CREATE FUNCTION test_failure() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF nextval('test_failures') <= %d THEN
                        RAISE EXCEPTION 'the moment is wrong' USING ERRCODE = '%s';
                    END IF;
                    RETURN NEW;
                END $$""".formatted(times, sqlState));
        Owner.execute("CREATE TRIGGER test_failure BEFORE INSERT ON shopify_product "
                + "FOR EACH ROW EXECUTE FUNCTION test_failure()");
    }

    private static String product(int id, String title) {
        String day = title.equals("second") ? "02" : "01";
        return "{\"id\":%d,\"title\":\"%s\",\"updated_at\":\"2026-03-%sT00:00:00Z\"}".formatted(id, title, day);
    }
}
