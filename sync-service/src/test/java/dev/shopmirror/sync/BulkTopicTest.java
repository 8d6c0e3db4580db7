package dev.shopmirror.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.UUID;

import jakarta.inject.Inject;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.search.MeterNotFoundException;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import dev.shopmirror.event.EventSource;
import dev.shopmirror.event.KafkaTopics;
import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.PostgresServer;
import dev.shopmirror.localstack.WithKafka;
import dev.shopmirror.localstack.WithPostgres;

/** Replays and backfills: the same way as deliveries, after them. */
@QuarkusTest
@WithKafka
@WithPostgres(login = PostgresLogin.SYNC)
class BulkTopicTest {

    @Inject
    MeterRegistry metrics;

    @Test
    void backfillIsApplied() {
        try (TestShop shop = TestShop.active()) {
            try (Backlog bulk = Backlog.bulk(EventSource.BACKFILL)) {
                bulk.add(shop, "products/update", product("filled"));
            }

            assertThat(shop.awaitOutcomes(1)).containsExactly("applied");
            assertThat(shop.ledger("SELECT source FROM webhook_delivery WHERE shop_domain = ?"))
                    .containsExactly("backfill");
        }
    }

    @Test
    void ignoredDeliveryIsAppliedWhenReplayedAfterItsStoreIsThere() {
        String webhookId = UUID.randomUUID().toString();
        try (TestShop shop = TestShop.unknown()) {
            shop.deliverAs(webhookId, "products/update", product("early"), "2026-03-01T00:00:00Z");
            assertThat(shop.awaitOutcomes(1)).containsExactly("ignored");

            shop.appear();
            try (Backlog bulk = Backlog.bulk(EventSource.REPLAY)) {
                bulk.add(shop, webhookId, "products/update", product("early"), "2026-03-01T00:00:00Z");
            }

            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                            shop.ledger("SELECT concat_ws(' ', outcome, attempts, source, kafka_topic) "
                                    + "FROM webhook_delivery WHERE shop_domain = ?"))
                    .containsExactly("applied 2 replay " + KafkaTopics.WEBHOOKS_BULK));
            assertThat(shop.value("SELECT title FROM shopify_product WHERE store_id = ?"))
                    .isEqualTo("early");
        }
    }

    @Test
    void bulkWorkWaitsWhileLiveDeliveriesDo() throws SQLException {
        int more = 3_500;
        try (TestShop busy = TestShop.active();
                TestShop first = TestShop.active();
                TestShop patient = TestShop.active();
                Connection lock = PostgresServer.shared().ownerConnection()) {
            lock.setAutoCommit(false);
            Owner.execute(lock, "SELECT FROM store WHERE id = ? FOR UPDATE", busy.storeId());
            try (Backlog live = Backlog.fresh()) {
                for (int id = 1; id <= more; id++) {
                    live.add(busy, "products/update", product(id, "live"));
                }
            }
            // the lag that was read last holds for a second, so the first few may pass
            try (Backlog bulk = Backlog.bulk(EventSource.BACKFILL)) {
                await("bulk work waits")
                        .atMost(Duration.ofSeconds(30))
                        .ignoreException(MeterNotFoundException.class)
                        .until(() -> {
                            bulk.add(first, "products/update", product("first"));
                            return metrics.get("shopmirror.bulk.waiting")
                                            .timeGauge()
                                            .value()
                                    > 0;
                        });
                bulk.add(patient, "products/update", product("patient"));
            }
            assertThat(metrics.get("shopmirror.bulk.live.lag").gauge().value()).isGreaterThan(1_000);
            assertThat(patient.ledger("SELECT outcome FROM webhook_delivery WHERE shop_domain = ?"))
                    .isEmpty();
            assertThat(metrics.get("shopmirror.batch.age").timeGauge().value()).isPositive();
            Timestamp released = patient.now();
            lock.rollback();

            assertThat(patient.awaitOutcomes(1)).containsExactly("applied");
            assertThat((Timestamp) patient.ledger("SELECT committed_at FROM webhook_delivery WHERE shop_domain = ?")
                            .get(0))
                    .isAfter(released);
            busy.awaitOutcomes(more);
            await().untilAsserted(() -> assertThat(
                            metrics.get("shopmirror.bulk.waiting").timeGauge().value())
                    .isZero());
        }
    }

    private static String product(String title) {
        return product(7, title);
    }

    private static String product(int id, String title) {
        return "{\"id\":" + id + ",\"title\":\"" + title + "\",\"updated_at\":\"2026-03-01T00:00:00Z\"}";
    }
}
