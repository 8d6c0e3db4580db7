package dev.shopmirror.admin.completion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.shopmirror.admin.KafkaLog;
import dev.shopmirror.admin.Owner;
import dev.shopmirror.admin.Simulator;
import dev.shopmirror.admin.TestStores;
import dev.shopmirror.admin.WithAdminEnvironment;
import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.WithKafka;
import dev.shopmirror.localstack.WithPostgres;

@QuarkusTest
@WithPostgres(login = PostgresLogin.ADMIN)
@WithKafka
@WithAdminEnvironment
class CompletionJobTest {

    private static final long PRODUCT = 788032119674292922L;
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    private final String shop = TestStores.newDomain();
    private KafkaLog kafka;
    private String storeId;

    @Inject
    CompletionJob job;

    @Inject
    Scheduler scheduler;

    @BeforeEach
    void begin() {
        scheduler.pause("product-completion");
        Owner.execute("UPDATE shopify_product SET incomplete = false");
        storeId = TestStores.register(shop);
        kafka = KafkaLog.open();
    }

    @AfterEach
    void end() {
        kafka.close();
        scheduler.resume("product-completion");
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 250, 2048})
    void everyVariantIsPublished(int variants) throws IOException {
        mirrorIncomplete(Simulator.putProduct(shop, PRODUCT, variants));

        run();

        JsonNode body = new ObjectMapper().readTree(kafka.bulk(shop, 1).get(0).value());
        assertThat(body.path("variants")).hasSize(variants);
        assertThat(body.path("variant_gids")).hasSize(variants);
        assertThat(body.path("variants").findValues("id")).doesNotHaveDuplicates();
    }

    @Test
    void stateIsFetchedOnceHoweverOftenItIsLookedFor() {
        mirrorIncomplete(Simulator.putProduct(shop, PRODUCT, 101));

        run();
        run();

        assertThat(kafka.bulk(shop, 1)).hasSize(1);
        assertThat(attempts()).isEqualTo(1);
    }

    @Test
    void newerStateIsFetchedAfterAMoment() {
        Instant updatedAt = Simulator.putProduct(shop, PRODUCT, 101);
        mirrorIncomplete(updatedAt);
        run();

        Owner.execute(
                "UPDATE product_completion SET version_at = version_at - interval '1 minute',"
                        + " tried_at = tried_at - interval '31 seconds' WHERE store_id = ?",
                UUID.fromString(storeId));
        run();

        assertThat(kafka.bulk(shop, 2)).hasSize(2);
        assertThat(attempts()).isEqualTo(1);
    }

    @Test
    void refusalIsKeptAndTriedAgainLater() {
        mirrorIncomplete(Instant.parse("2026-03-01T10:00:00Z")); // and no such product at Shopify

        run();

        assertThat(kafka.bulkSoFar(shop)).isEmpty();
        assertThat(Owner.value("SELECT error FROM product_completion WHERE store_id = ?", UUID.fromString(storeId)))
                .asString()
                .contains("no such product");
    }

    @Test
    void productsOfClosedStoresAreLeftAlone() {
        mirrorIncomplete(Simulator.putProduct(shop, PRODUCT, 101));
        Owner.execute("UPDATE store SET status = 'inactive' WHERE id = ?", UUID.fromString(storeId));

        run();

        assertThat(kafka.bulkSoFar(shop)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NULL", "'refused'"})
    void productThatNeverBecomesCompleteHoldsUpNoOther(String error) {
        mirrorIncomplete(PRODUCT + 1, Instant.parse("2026-03-01T10:00:00Z"));
        Owner.execute(
                "INSERT INTO product_completion (store_id, product_id, version_at, attempts, error)"
                        + " VALUES (?, ?, '2026-03-01T10:00:00Z', 1000, " + error + ")",
                UUID.fromString(storeId),
                PRODUCT + 1);
        mirrorIncomplete(Simulator.putProduct(shop, PRODUCT, 101));

        run();

        assertThat(kafka.bulk(shop, 1)).hasSize(1);
    }

    private void run() {
        job.completeDue().await().atMost(LONG_ENOUGH);
    }

    private Object attempts() {
        return Owner.value("SELECT attempts FROM product_completion WHERE store_id = ?", UUID.fromString(storeId));
    }

    private void mirrorIncomplete(Instant updatedAt) {
        mirrorIncomplete(PRODUCT, updatedAt);
    }

    private void mirrorIncomplete(long product, Instant updatedAt) {
        Owner.execute(
                "INSERT INTO shopify_product (store_id, id, incomplete, version_at, version_triggered_at,"
                        + " version_webhook_id) VALUES (?, ?, true, ?, ?, 'w')",
                UUID.fromString(storeId),
                product,
                Timestamp.from(updatedAt),
                Timestamp.from(updatedAt));
    }
}
