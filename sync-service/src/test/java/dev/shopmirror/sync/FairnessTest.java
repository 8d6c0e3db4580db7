package dev.shopmirror.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import jakarta.inject.Inject;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.WithKafka;
import dev.shopmirror.localstack.WithPostgres;

/** Many events of one store, and what the others notice of it. */
@QuarkusTest
@WithKafka
@WithPostgres(login = PostgresLogin.SYNC)
class FairnessTest {

    private static final int PARTITION = 3;

    /** What a storm may cost the other stores. */
    private static final int A_FEW_SECONDS = 5;

    @Inject
    MeterRegistry metrics;

    @Test
    void storeBehindTheBacklogOfAnotherDoesNotWaitForIt() {
        int backlog = 8_000;
        try (TestShop loud = TestShop.active();
                TestShop quiet = TestShop.active()) {
            double before = putOff();
            try (Backlog late = Backlog.late()) {
                for (int id = 1; id <= backlog; id++) {
                    late.addTo(PARTITION, loud, "products/update", product(id, "loud", 1));
                }
                late.addTo(PARTITION, quiet, "products/update", product(1, "quiet", 1));
            }

            assertThat(quiet.awaitOutcomes(1)).containsExactly("applied");
            Object committed = quiet.ledger("SELECT committed_at::text FROM webhook_delivery WHERE shop_domain = ?")
                    .get(0);
            awaitDeliveries(loud, backlog);
            assertThat(count(loud, "committed_at <= '" + committed + "'")).isLessThan(backlog / 2);
            assertThat(count(loud, "outcome = 'applied'")).isEqualTo(backlog);
            assertThat(loud.value("SELECT count(*) FROM shopify_product WHERE store_id = ?"))
                    .isEqualTo((long) backlog);
            assertThat(putOff() - before).isGreaterThan(backlog / 2.0);
        }
    }

    @Test
    void deliveryThatIsPutOffKeepsTheNameAndTimeThatItsPlaceStoodFor() {
        int backlog = 500;
        try (TestShop shop = TestShop.active()) {
            try (Backlog late = Backlog.late()) {
                for (int id = 1; id <= backlog; id++) {
                    late.addNameless(PARTITION, shop, "products/update", product(id, "nameless", 1));
                }
            }

            awaitDeliveries(shop, backlog);
            assertThat(count(shop, "kafka_topic = 'shopify.webhooks.bulk'")).isPositive();
            assertThat(count(shop, "webhook_id LIKE 'kafka:shopify.webhooks-" + PARTITION + "-%'"))
                    .isEqualTo(backlog);
            assertThat(count(shop, "received_at < now() - interval '9 minutes'"))
                    .isEqualTo(backlog);
        }
    }

    @Test
    void stormOfUpdatesToOneProductCollapsesAndHoldsNobodyUp() {
        int updates = 10_000;
        try (TestShop shop = TestShop.active();
                TestShop quiet = TestShop.active()) {
            try (Backlog fresh = Backlog.fresh()) {
                for (int second = 1; second <= updates; second++) {
                    fresh.add(shop, "products/update", product(7, "state " + second, second));
                    if (second % 1_000 == 0) {
                        fresh.add(quiet, "products/update", product(second, "quiet", 1));
                    }
                }
            }

            awaitDeliveries(shop, updates);
            List<Object> outcomes = shop.ledger(
                    "SELECT DISTINCT concat_ws(' ', outcome, reason) FROM webhook_delivery WHERE shop_domain = ?");
            assertThat(Set.of("applied", "stale", "stale superseded"))
                    .containsAll(outcomes.stream().map(String.class::cast).toList());
            assertThat(count(shop, "reason = 'superseded'")).isGreaterThan(updates / 2);
            assertThat(shop.values("SELECT title FROM shopify_product WHERE store_id = ?"))
                    .containsExactly("state " + updates);
            quiet.awaitOutcomes(10);
            assertThat(quiet.ledger("SELECT extract(epoch FROM max(committed_at - received_at))::int"
                            + " FROM webhook_delivery WHERE shop_domain = ?"))
                    .as("seconds that another store waited")
                    .allSatisfy(seconds -> assertThat((Integer) seconds).isLessThanOrEqualTo(A_FEW_SECONDS));
        }
    }

    /** An event of the store itself needs the store for itself, for which other batches of the store may keep it waiting. */
    @Test
    void eventOfABusyStoreHoldsUpNoOtherStore() throws SQLException {
        try (TestShop busy = TestShop.active();
                TestShop other = TestShop.active();
                Connection rival = Owner.superuser()) {
            rival.setAutoCommit(false);
            Owner.execute(rival, "SELECT FROM store WHERE id = ? FOR KEY SHARE", busy.storeId());
            try (Backlog fresh = Backlog.fresh()) {
                fresh.addTo(PARTITION, other, "products/update", product(1, "other", 1));
                fresh.addTo(PARTITION, busy, "shop/update", TestShop.payload("shop"));
            }

            assertThat(other.awaitOutcomes(1)).containsExactly("applied");
            assertThat(count(busy, "true")).isZero();
            rival.rollback();
            assertThat(busy.awaitOutcomes(1)).containsExactly("applied");
        }
    }

    private double putOff() {
        Counter counter = metrics.find("shopmirror.overflow.events").counter();
        return counter == null ? 0 : counter.count();
    }

    private static void awaitDeliveries(TestShop shop, int expected) {
        await().atMost(Duration.ofSeconds(120))
                .untilAsserted(() -> assertThat(count(shop, "true")).isEqualTo(expected));
    }

    private static int count(TestShop shop, String condition) {
        return ((Long) shop.ledger("SELECT count(*) FROM webhook_delivery WHERE shop_domain = ? AND " + condition)
                        .get(0))
                .intValue();
    }

    /** @param second of the product's last update */
    private static String product(int id, String title, int second) {
        return "{\"id\":%d,\"title\":\"%s\",\"updated_at\":\"2026-03-01T%02d:%02d:%02dZ\"}"
                .formatted(id, title, second / 3600, second / 60 % 60, second % 60);
    }
}
