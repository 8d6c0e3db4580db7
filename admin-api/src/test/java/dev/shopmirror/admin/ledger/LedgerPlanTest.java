package dev.shopmirror.admin.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import dev.shopmirror.admin.Owner;
import dev.shopmirror.admin.WithAdminEnvironment;
import dev.shopmirror.admin.paging.Conditions;
import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.WithPostgres;

/** A page costs as much in a ledger of millions as in an empty one: it is read along an index, and nothing is sorted whole. */
@QuarkusTest
@WithPostgres(login = PostgresLogin.ADMIN)
@WithAdminEnvironment
class LedgerPlanTest {

    private static final String SHOP = "plan-3.myshopify.com";
    private static final DeliveryFilter ANY = new DeliveryFilter(null, null, null, null, null, null, null, null);
    private static final Optional<LedgerPosition> MIDDLE = Optional.of(new LedgerPosition(
            Instant.parse("2026-09-02T00:00:00Z"), new DeliveryKey(SHOP, "products/update", "plan-7")));

    @Inject
    Pool pool;

    @BeforeAll
    static void fillLedger() {
        Owner.execute("""
                INSERT INTO webhook_delivery (shop_domain, topic, webhook_id, resource_id, received_at, committed_at,
                    outcome, source, kafka_topic, kafka_partition, kafka_offset)
                SELECT 'plan-' || n % 50 || '.myshopify.com', 'products/update', 'plan-' || n, n % 20000 + 1, t, t,
                    CASE WHEN n % 1000 = 0 THEN 'dead_lettered' WHEN n % 100 = 1 THEN 'ignored' ELSE 'applied' END,
                    'webhook', 'shopify.webhooks', n % 12, n
                FROM generate_series(1, 200000) AS n, LATERAL (SELECT timestamptz '2026-09-01' + n * interval '1 s') AS at(t)
                """);
        Owner.execute("ANALYZE webhook_delivery");
    }

    @AfterAll
    static void emptyLedger() {
        Owner.execute("DELETE FROM webhook_delivery WHERE shop_domain LIKE 'plan-%'");
    }

    @Test
    void allDeliveriesAreReadAlongTheirTime() {
        assertThat(newestFirst(new Selection(Optional.empty(), ANY)))
                .contains("Index Scan")
                .contains("webhook_delivery_committed")
                .doesNotContain("Seq Scan on webhook_delivery");
    }

    @Test
    void deliveriesOfAShopAreReadAlongItsIndex() {
        assertThat(newestFirst(new Selection(Optional.of(List.of(SHOP)), ANY)))
                .contains("webhook_delivery_shop")
                .doesNotContain("Seq Scan on webhook_delivery");
    }

    @Test
    void deadLettersAreReadAlongAnIndexThatHasNoOthers() {
        Selection deadLetters = new Selection(Optional.empty(), ANY.withOutcome(Outcome.DEAD_LETTERED));

        assertThat(newestFirst(deadLetters)).contains("webhook_delivery_attention");
        assertThat(plan(LedgerQueries.count(LedgerQueries.matching(deadLetters)), LedgerQueries.matching(deadLetters)))
                .contains("webhook_delivery_attention");
        Conditions after = LedgerQueries.after(LedgerQueries.matching(deadLetters), MIDDLE.orElseThrow());
        assertThat(plan(LedgerQueries.oldestFirst(after, 100), after)).contains("webhook_delivery_attention");
    }

    @Test
    void deliveriesOfAResourceAreFoundByIt() {
        DeliveryFilter ofResource = new DeliveryFilter(null, null, null, null, null, 4711L, null, null);

        assertThat(newestFirst(new Selection(Optional.empty(), ofResource)))
                .contains("webhook_delivery_resource")
                .doesNotContain("Seq Scan on webhook_delivery");
    }

    private String newestFirst(Selection selection) {
        Conditions conditions = LedgerQueries.before(LedgerQueries.matching(selection), MIDDLE.orElseThrow());
        return plan(LedgerQueries.newestFirst(conditions, 51), conditions);
    }

    private String plan(String sql, Conditions conditions) {
        return pool.preparedQuery("EXPLAIN " + sql)
                .execute(conditions.values())
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString(0))
                        .collect(Collectors.joining("\n")))
                .await()
                .indefinitely();
    }
}
