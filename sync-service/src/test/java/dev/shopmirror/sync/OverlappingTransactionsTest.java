package dev.shopmirror.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.PostgresServer;
import dev.shopmirror.localstack.WithKafka;
import dev.shopmirror.localstack.WithPostgres;
import dev.shopmirror.sync.delivery.BatchTransaction;

/** Two instances, or the live and the bulk consumer, write to one resource at the same moment. */
@QuarkusTest
@WithKafka
@WithPostgres(login = PostgresLogin.SYNC)
class OverlappingTransactionsTest {

    private static final String OLD = "{\"id\":7,\"title\":\"old\",\"updated_at\":\"2026-03-01T00:00:00Z\"}";
    private static final String UPDATE =
            "{\"id\":7,\"title\":\"update\",\"updated_at\":\"2026-03-02T00:00:00Z\",\"variants\":[{\"id\":70}]}";

    private final TestShop shop = TestShop.active();
    private final CompletableFuture<Void> commit = new CompletableFuture<>();

    @Inject
    BatchTransaction transaction;

    @AfterEach
    void close() {
        commit.complete(null);
        shop.close();
    }

    @Test
    void deletionWaitsForAnEarlierUpdateOfAnUnknownProduct() {
        assertThat(overlapping(update(), deletion("2026-03-03T00:00:00Z"))).containsExactly("applied", "applied");
        assertThat(products()).isEmpty();
    }

    @Test
    void updateSeesTheTombstoneOfAnOverlappingDeletionOfAnUnknownProduct() {
        assertThat(overlapping(deletion("2026-03-03T00:00:00Z"), update())).containsExactly("applied", "stale");
        assertThat(products()).isEmpty();
    }

    @Test
    void updateSeesTheTombstoneOfAnOverlappingDeletionOfAKnownProduct() {
        TestBatch.of(shop).add("products/create", OLD, "2026-03-01T00:00:00Z").apply(transaction);

        assertThat(overlapping(deletion("2026-03-03T00:00:00Z"), update())).containsExactly("applied", "stale");
        assertThat(products()).isEmpty();
    }

    @Test
    void deletionRemovesWhatAnOverlappingUpdateWrote() {
        TestBatch.of(shop).add("products/create", OLD, "2026-03-01T00:00:00Z").apply(transaction);

        assertThat(overlapping(update(), deletion("2026-03-03T00:00:00Z"))).containsExactly("applied", "applied");
        assertThat(products()).isEmpty();
    }

    @Test
    void staleDeletionLeavesWhatAnOverlappingUpdateWrote() {
        TestBatch.of(shop).add("products/create", OLD, "2026-03-01T00:00:00Z").apply(transaction);

        assertThat(overlapping(update(), deletion("2026-03-01T12:00:00Z"))).containsExactly("applied", "stale");
        assertThat(products()).containsExactly("update");
        assertThat(shop.values("SELECT id FROM tombstone WHERE store_id = ?")).isEmpty();
    }

    @Test
    void newerUpdateOutlivesAnOverlappingDeletion() {
        assertThat(overlapping(deletion("2026-03-01T12:00:00Z"), update())).containsExactly("applied", "applied");
        assertThat(products()).containsExactly("update");
    }

    @Test
    void disconnectionAndLevelDoNotOvertakeEachOther() {
        TestBatch level = TestBatch.of(shop)
                .add(
                        "inventory_levels/update",
                        "{\"inventory_item_id\":5,\"location_id\":1,\"available\":3,\"updated_at\":\"2026-03-02T00:00:00Z\"}",
                        "2026-03-02T00:00:00Z");
        TestBatch disconnection = TestBatch.of(shop)
                .add(
                        "inventory_levels/disconnect",
                        "{\"inventory_item_id\":5,\"location_id\":1}",
                        "2026-03-03T00:00:00Z");

        assertThat(overlapping(disconnection, level)).containsExactly("applied", "stale");
        assertThat(shop.values("SELECT available FROM shopify_inventory_level WHERE store_id = ?"))
                .isEmpty();
    }

    @Test
    void deliveryThatMeetsAnUninstallWaitsAndIsIgnored() {
        TestBatch uninstall =
                TestBatch.of(shop).add("app/uninstalled", TestShop.payload("shop"), "2099-01-01T00:00:00Z");

        assertThat(overlapping(uninstall, update())).containsExactly("applied", "ignored: inactive_store");
        assertThat(products()).isEmpty();
    }

    @Test
    void copiesAtTheSameMomentAreOneDelivery() {
        String webhookId = "5f0f3ac5-9f0a-4f0e-8a57-2f1c8f1c0001";
        TestBatch copy = TestBatch.of(shop).add(webhookId, "products/update", UPDATE, "2026-03-02T00:00:00Z");
        TestBatch other = TestBatch.of(shop).add(webhookId, "products/update", UPDATE, "2026-03-02T00:00:00Z");

        assertThat(overlapping(copy, other)).containsExactly("applied", "duplicate");
        assertThat(shop.ledger("SELECT outcome || ' ' || duplicates FROM webhook_delivery WHERE shop_domain = ?"))
                .containsExactly("applied 1");
    }

    private TestBatch update() {
        return TestBatch.of(shop).add("products/update", UPDATE, "2026-03-02T00:00:00Z");
    }

    private TestBatch deletion(String triggeredAt) {
        return TestBatch.of(shop).add("products/delete", "{\"id\":7}", triggeredAt);
    }

    private List<Object> products() {
        return shop.values("SELECT title FROM shopify_product WHERE store_id = ?");
    }

    /** The first has written and not committed when the second begins; it commits when the second waits for it. */
    private List<String> overlapping(TestBatch first, TestBatch second) {
        CompletableFuture<Void> written = new CompletableFuture<>();
        CompletableFuture<List<String>> one = first.apply(transaction, outcomes -> {
                    written.complete(null);
                    return Uni.createFrom().completionStage(commit);
                })
                .subscribeAsCompletionStage();
        await().atMost(Duration.ofSeconds(10)).until(written::isDone);
        CompletableFuture<List<String>> other = second.apply(
                        transaction, outcomes -> Uni.createFrom().voidItem())
                .subscribeAsCompletionStage();
        await().atMost(Duration.ofSeconds(10)).until(() -> other.isDone() || somebodyWaitsForALock());
        assertThat(other).isNotDone();
        commit.complete(null);
        return List.of(one.join().get(0), other.join().get(0));
    }

    private static boolean somebodyWaitsForALock() throws Exception {
        try (Connection connection = PostgresServer.shared().ownerConnection();
                Statement statement = connection.createStatement();
                ResultSet waiting = statement.executeQuery("SELECT count(*) FROM pg_locks WHERE NOT granted")) {
            waiting.next();
            return waiting.getInt(1) > 0;
        }
    }
}
