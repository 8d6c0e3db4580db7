package dev.shopmirror.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.shopmirror.event.EventHeaders;
import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.WithKafka;
import dev.shopmirror.localstack.WithPostgres;
import dev.shopmirror.sync.delivery.BatchTransaction;
import dev.shopmirror.sync.delivery.Delivery;

/** One row a delivery, whatever became of it. */
@QuarkusTest
@WithKafka
@WithPostgres(login = PostgresLogin.SYNC)
class LedgerTest {

    private static final String PRODUCT = "{\"id\":7,\"title\":\"mug\",\"updated_at\":\"2026-03-01T00:00:00Z\"}";

    private final TestShop shop = TestShop.active();

    @Inject
    BatchTransaction transaction;

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void rowTellsWhichWhenAndWhence() {
        Instant receivedAt = Instant.parse("2026-03-01T00:00:03Z");
        TestBatch batch = TestBatch.of(shop)
                .receivedAt(receivedAt)
                .with(EventHeaders.EVENT_ID, "98880550-7158-44d4-b7cd-2c97c8a091b5")
                .add("products/update", PRODUCT, "2026-03-01T00:00:01.5Z");
        batch.apply(transaction);

        Delivery delivery = batch.deliveries().get(0);
        assertThat(shop.ledger("SELECT concat_ws(' ', event_id, resource_id, outcome, attempts, duplicates, source, "
                        + "kafka_topic, kafka_partition, kafka_offset) FROM webhook_delivery WHERE shop_domain = ?"))
                .containsExactly("98880550-7158-44d4-b7cd-2c97c8a091b5 7 applied 1 0 webhook shopify.webhooks 0 "
                        + delivery.record().offset());
        assertThat(moments("triggered_at")).containsExactly(Instant.parse("2026-03-01T00:00:01.5Z"));
        assertThat(moments("received_at")).containsExactly(receivedAt);
        assertThat(moments("committed_at")).allMatch(committed -> committed.isAfter(receivedAt));
    }

    @ParameterizedTest
    @ValueSource(strings = {"stale", "ignored", "dead_lettered"})
    void replayOverwritesTheOutcome(String outcome) {
        String id = UUID.randomUUID().toString();
        TestBatch.of(shop)
                .add(id, "products/update", PRODUCT, "2026-03-01T00:00:00Z")
                .apply(transaction);
        shop.become(outcome, null);

        TestBatch.of(shop)
                .replayed()
                .add(id, "products/update", PRODUCT.replace("03-01", "03-02"), "2026-03-02T00:00:00Z")
                .apply(transaction);

        assertThat(row()).containsExactly("applied 2 0 replay");
    }

    /** Kafka hands a record out again whose offset was not committed; a copy of the delivery is another record. */
    @Test
    void poisonRecordThatIsHandedOutAgainIsNotPutAsideAgain() {
        TestBatch batch = TestBatch.of(shop).add("products/update", "{\"id\":", "2026-03-01T00:00:00Z");

        assertThat(batch.apply(transaction)).containsExactly("dead_lettered: broken_json");
        assertThat(batch.apply(transaction)).containsExactly("duplicate");
    }

    @Test
    void deadLetteredDeliveryIsProcessedAgainWhenItComesAgain() {
        String id = UUID.randomUUID().toString();
        TestBatch.of(shop)
                .add(id, "products/update", "{\"id\":", "2026-03-01T00:00:00Z")
                .apply(transaction);
        TestBatch.of(shop)
                .add(id, "products/update", PRODUCT, "2026-03-01T00:00:00Z")
                .apply(transaction);

        assertThat(row()).containsExactly("applied 2 0 webhook");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown_store", "inactive_store"})
    void deliveryIgnoredForItsStoreIsProcessedAgainWhenItComesAgain(String reason) {
        String id = UUID.randomUUID().toString();
        shop.change("status = 'inactive'");
        TestBatch.of(shop)
                .add(id, "products/update", PRODUCT, "2026-03-01T00:00:00Z")
                .apply(transaction);
        shop.become("ignored", reason);
        shop.change("status = 'active'");

        assertThat(TestBatch.of(shop)
                        .add(id, "products/update", PRODUCT, "2026-03-01T00:00:00Z")
                        .apply(transaction))
                .containsExactly("applied");
        assertThat(row()).containsExactly("applied 2 0 webhook");
    }

    @ParameterizedTest
    @ValueSource(strings = {"test", "unhandled_topic"})
    void deliveryIgnoredForItselfIsADuplicateWhenItComesAgain(String reason) {
        String id = UUID.randomUUID().toString();
        TestBatch.of(shop)
                .add(id, "products/update", PRODUCT, "2026-03-01T00:00:00Z")
                .apply(transaction);
        shop.become("ignored", reason);

        assertThat(TestBatch.of(shop)
                        .add(id, "products/update", PRODUCT.replace("mug", "cup"), "2026-03-02T00:00:00Z")
                        .apply(transaction))
                .containsExactly("duplicate");
        assertThat(row()).containsExactly("ignored 1 1 webhook");
    }

    @Test
    void copyInTheSameBatchIsCounted() {
        String id = UUID.randomUUID().toString();
        assertThat(TestBatch.of(shop)
                        .add(id, "products/update", PRODUCT, "2026-03-01T00:00:00Z")
                        .add(id, "products/update", PRODUCT, "2026-03-01T00:00:00Z")
                        .apply(transaction))
                .containsExactly("applied", "duplicate");
        assertThat(row()).containsExactly("applied 1 1 webhook");
    }

    @Test
    void recordThatKafkaHandsOutAgainIsNoDuplicateOfItself() {
        TestBatch batch = TestBatch.of(shop).add("products/update", PRODUCT, "2026-03-01T00:00:00Z");
        batch.apply(transaction);

        assertThat(batch.apply(transaction)).containsExactly("duplicate");
        assertThat(row()).containsExactly("applied 1 0 webhook");
    }

    @Test
    void replayThatKafkaHandsOutAgainKeepsItsOutcome() {
        String id = UUID.randomUUID().toString();
        TestBatch.of(shop)
                .add(id, "products/update", "{\"id\":", "2026-03-01T00:00:00Z")
                .apply(transaction);
        TestBatch replay = TestBatch.of(shop).replayed().add(id, "products/update", PRODUCT, "2026-03-01T00:00:00Z");

        assertThat(replay.apply(transaction)).containsExactly("applied");
        assertThat(replay.apply(transaction)).containsExactly("duplicate");
        assertThat(row()).containsExactly("applied 2 0 replay");
    }

    @Test
    void oneIdUnderTwoTopicsIsTwoDeliveries() {
        String id = UUID.randomUUID().toString();
        assertThat(TestBatch.of(shop)
                        .add(id, "products/create", PRODUCT, "2026-03-01T00:00:00Z")
                        .add(id, "products/update", PRODUCT.replace("mug", "cup"), "2026-03-01T00:00:01Z")
                        .apply(transaction))
                .containsExactly("stale: superseded", "applied");
    }

    @Test
    void deliveriesMarkedAsTestsWriteNothing() {
        assertThat(TestBatch.of(shop)
                        .add("shopmirror/test", PRODUCT, "2026-03-01T00:00:00Z")
                        .with(EventHeaders.TEST, "true")
                        .add("products/update", PRODUCT, "2026-03-01T00:00:00Z")
                        .add("products/update", "{\"id\":", "2026-03-01T00:00:00Z")
                        .apply(transaction))
                .containsExactly("ignored: test", "ignored: test", "ignored: test");
        assertThat(TestBatch.of("shop.myshopify.com")
                        .add("products/update", PRODUCT, "2026-03-01T00:00:00Z")
                        .apply(transaction))
                .containsExactly("ignored: test");
        assertThat(shop.values("SELECT id FROM shopify_product WHERE store_id = ?"))
                .isEmpty();
    }

    @Test
    void storeIsJudgedBeforeTheBody() {
        String broken = "{\"id\":";
        try (TestShop unknown = TestShop.unknown();
                TestShop inactive = TestShop.inactive()) {
            assertThat(TestBatch.of(unknown)
                            .add("products/update", broken, "2026-03-01T00:00:00Z")
                            .apply(transaction))
                    .containsExactly("ignored: unknown_store");
            assertThat(TestBatch.of(inactive)
                            .add("products/update", broken, "2026-03-01T00:00:00Z")
                            .add("shop/update", broken, "2026-03-01T00:00:00Z")
                            .add("orders/create", broken, "2026-03-01T00:00:00Z")
                            .apply(transaction))
                    .containsExactly(
                            "ignored: inactive_store", "dead_lettered: broken_json", "ignored: inactive_store");
        }
    }

    private List<Object> row() {
        return shop.ledger("SELECT concat_ws(' ', outcome, attempts, duplicates, source) FROM webhook_delivery "
                + "WHERE shop_domain = ?");
    }

    private List<Instant> moments(String column) {
        return shop.ledger("SELECT " + column + " FROM webhook_delivery WHERE shop_domain = ?").stream()
                .map(moment -> ((Timestamp) moment).toInstant())
                .toList();
    }
}
