package dev.shopmirror.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.WithKafka;
import dev.shopmirror.localstack.WithPostgres;
import dev.shopmirror.sync.intake.BatchProcessor;

/** What one poll brings may be more than one transaction should write. */
@QuarkusTest
@WithKafka
@WithPostgres(login = PostgresLogin.SYNC)
class TransactionSizeTest {

    private static final String TRANSACTIONS =
            "SELECT count(DISTINCT xmin::text) FROM shopify_product WHERE store_id = ?";

    private final TestShop shop = TestShop.active();

    @Inject
    BatchProcessor processor;

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void transactionWritesAtMost20000Variants() {
        process(IntStream.range(0, 25).mapToObj(number -> product(number, variants(1_000, number), "")));

        assertThat(shop.value("SELECT count(*) FROM shopify_product_variant WHERE store_id = ?"))
                .isEqualTo(25_000L);
        assertThat(shop.value(TRANSACTIONS)).isEqualTo(2L);
    }

    @Test
    void transactionReadsAtMost16MiB() {
        process(IntStream.range(0, 5).mapToObj(number -> product(number, "", "x".repeat(4 * 1024 * 1024 - 200))));

        assertThat(shop.value(TRANSACTIONS)).isEqualTo(2L);
    }

    @Test
    void transactionHoldsAtMost500Deliveries() {
        process(IntStream.range(0, 501).mapToObj(number -> product(number, "", "")));

        assertThat(shop.value(TRANSACTIONS)).isEqualTo(2L);
    }

    private void process(Stream<String> bodies) {
        TestBatch batch = TestBatch.of(shop);
        bodies.forEach(body -> batch.add("products/update", body, "2026-03-01T00:00:00Z"));
        processor.process(batch.records()).await().atMost(Duration.ofSeconds(60));
    }

    private static String product(int number, String variants, String description) {
        return "{\"id\":%d,\"title\":\"one of many\",\"body_html\":\"%s\",\"variants\":[%s]}"
                .formatted(number + 1, description, variants);
    }

    private static String variants(int count, int product) {
        return IntStream.range(0, count)
                .mapToObj(number -> "{\"id\":" + (product * 10_000L + number + 1) + "}")
                .collect(Collectors.joining(","));
    }
}
