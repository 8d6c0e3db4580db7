package dev.shopmirror.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.WithKafka;
import dev.shopmirror.localstack.WithPostgres;

/** One delivery that can never be applied, in the middle of a full batch. */
@QuarkusTest
@WithKafka
@WithPostgres(login = PostgresLogin.SYNC)
class PoisonAmongManyTest {

    private static final int BATCH = 500;
    private static final int PARTITION = 5;

    @ParameterizedTest
    @MethodSource("poisons")
    void costsOnlyItself(String body, String reason) {
        try (TestShop shop = TestShop.active()) {
            try (Backlog batch = Backlog.fresh()) {
                for (int id = 1; id <= BATCH; id++) {
                    batch.addTo(PARTITION, shop, "products/update", id == BATCH / 2 ? body : product(id));
                }
            }

            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                            shop.ledger("SELECT outcome FROM webhook_delivery WHERE shop_domain = ?"))
                    .hasSize(BATCH));
            assertThat(shop.ledger(
                            "SELECT reason FROM webhook_delivery WHERE shop_domain = ? AND outcome <> 'applied'"))
                    .containsExactly(reason);
            assertThat(shop.values("SELECT id FROM shopify_product WHERE store_id = ?"))
                    .hasSize(BATCH - 1);
            assertThat(shop.deadLetterReasons()).containsExactly(reason);
        }
    }

    @Test
    void recordWithoutABodyIsPoisonLikeAnyOther() {
        try (TestShop shop = TestShop.active();
                Backlog backlog = Backlog.fresh()) {
            backlog.addTo(PARTITION, shop, "products/update", null);
            backlog.addTo(PARTITION, shop, "products/update", product(1));

            assertThat(shop.awaitOutcomes(2)).containsExactlyInAnyOrder("dead_lettered", "applied");
            assertThat(shop.deadLetterReasons()).hasSize(1);
        }
    }

    static Stream<Arguments> poisons() {
        return Stream.of(
                Arguments.of(Named.of("broken JSON", "{\"id\":"), "broken_json"),
                Arguments.of(Named.of("what only PostgreSQL sees", unindexable()), "refused_by_database"));
    }

    /** Longer than an entry of an index can be, and random, so that it cannot be compressed. */
    private static String unindexable() {
        StringBuilder sku = new StringBuilder();
        new Random(7).ints(9_000, 'a', 'z').forEach(letter -> sku.append((char) letter));
        return "{\"id\":8000,\"updated_at\":\"2026-03-01T00:00:00Z\",\"variants\":[{\"id\":1,\"sku\":\"" + sku
                + "\"}]}";
    }

    private static String product(int id) {
        return "{\"id\":" + id + ",\"title\":\"good\",\"updated_at\":\"2026-03-01T00:00:00Z\"}";
    }
}
