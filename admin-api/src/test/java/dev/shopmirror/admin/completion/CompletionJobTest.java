package dev.shopmirror.admin.completion;

import static java.util.function.Predicate.isEqual;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.subscription.Cancellable;
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

    @BeforeEach
    void begin() {
        Owner.execute("UPDATE shopify_product SET incomplete = false");
        storeId = TestStores.register(shop);
        kafka = KafkaLog.open();
    }

    @AfterEach
    void end() {
        kafka.close();
        Simulator.clearFaults(shop);
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

    @Test
    void noMoreAreClaimedThanAreFetched() {
        for (int i = 0; i < 6; i++) {
            mirrorIncomplete(PRODUCT + i, Instant.parse("2026-03-01T10:00:00Z"));
        }
        Simulator.fault(shop, Map.of("kind", "hang"));

        Cancellable running = job.completeDue().subscribe().with(done -> {});
        try {
            await().until(this::claimed, isEqual(4L));
            run();
            assertThat(claimed()).isEqualTo(4L);
        } finally {
            running.cancel();
        }
    }

    @Test
    void nextOnesAreClaimedAsTheFirstEnd() {
        for (int i = 0; i < 6; i++) {
            mirrorIncomplete(PRODUCT + i, Simulator.putProduct(shop, PRODUCT + i, 101));
        }

        run();

        assertThat(kafka.bulk(shop, 6)).hasSize(6);
        assertThat(claimed()).isEqualTo(0L);
    }

    @Test
    void shopThatDoesNotAnswerKeepsNoOtherWaiting() {
        mirrorIncomplete(Instant.parse("2026-03-01T10:00:00Z"));
        Simulator.fault(shop, Map.of("kind", "hang"));
        Cancellable running = job.completeDue().subscribe().with(done -> {});
        try {
            await().until(() -> Simulator.calls(shop, "graphql") >= 1);
            String other = TestStores.newDomain();
            mirrorIncomplete(TestStores.register(other), PRODUCT, Simulator.putProduct(other, PRODUCT, 101));

            run();

            assertThat(kafka.bulk(other, 1)).hasSize(1);
            assertThat(claimed()).isEqualTo(1L);
        } finally {
            running.cancel();
        }
    }

    @Test
    void shopsLimitIsKeptHoweverManyPagesThereAre() {
        Simulator.limits(shop, Map.of("graphqlBucket", 2000, "graphqlPerSecond", 500));
        for (int i = 0; i < 3; i++) {
            mirrorIncomplete(PRODUCT + i, Simulator.putProduct(shop, PRODUCT + i, 500));
        }

        run();

        assertThat(kafka.bulk(shop, 3)).hasSize(3);
        assertThat(Simulator.calls(shop, "graphql")).isGreaterThanOrEqualTo(15);
        assertThat(Simulator.calls(shop, "throttledGraphql")).isLessThanOrEqualTo(1);
    }

    @Test
    void productThatChangesBetweenItsPagesIsNotPublishedAndTriedAgain() {
        Instant before = Simulator.putProduct(shop, PRODUCT, 101);
        mirrorIncomplete(before);
        // the second page has to wait for the points of the first
        Simulator.limits(shop, Map.of("graphqlBucket", 450, "graphqlPerSecond", 60));
        CompletableFuture<Void> running = job.completeDue().subscribeAsCompletionStage();
        await().until(() -> Simulator.calls(shop, "graphql") >= 1);
        await().until(() -> Instant.now().isAfter(before.plusSeconds(1)));
        Instant after = Simulator.putProduct(shop, PRODUCT, 102);

        running.join();

        assertThat(kafka.bulkSoFar(shop)).isEmpty();
        assertThat(Owner.value("SELECT error FROM product_completion WHERE store_id = ?", UUID.fromString(storeId)))
                .asString()
                .contains("changed while its variants were read");
        Simulator.limits(shop, Map.of("graphqlBucket", 2000, "graphqlPerSecond", 500));
        Owner.execute(
                "UPDATE shopify_product SET version_at = ? WHERE store_id = ?",
                Timestamp.from(after),
                UUID.fromString(storeId));
        Owner.execute(
                "UPDATE product_completion SET tried_at = tried_at - interval '61 seconds' WHERE store_id = ?",
                UUID.fromString(storeId));
        run();
        assertThat(kafka.bulk(shop, 1)).hasSize(1);
    }

    private Object claimed() {
        return Owner.value(
                "SELECT count(*) FROM product_completion WHERE store_id = ? AND claimed_until > now()",
                UUID.fromString(storeId));
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
        mirrorIncomplete(storeId, product, updatedAt);
    }

    private static void mirrorIncomplete(String storeId, long product, Instant updatedAt) {
        Owner.execute(
                "INSERT INTO shopify_product (store_id, id, incomplete, version_at, version_triggered_at,"
                        + " version_webhook_id) VALUES (?, ?, true, ?, ?, 'w')",
                UUID.fromString(storeId),
                product,
                Timestamp.from(updatedAt),
                Timestamp.from(updatedAt));
    }
}
