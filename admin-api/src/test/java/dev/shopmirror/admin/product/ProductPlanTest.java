package dev.shopmirror.admin.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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

/** A page of a large catalogue is read along an index, whichever stores are asked for. */
@QuarkusTest
@WithPostgres(login = PostgresLogin.ADMIN)
@WithAdminEnvironment
class ProductPlanTest {

    private static final String INDEX = "shopify_product_last_synced";

    @Inject
    Pool pool;

    @BeforeAll
    static void fillCatalogue() {
        Owner.execute("""
                INSERT INTO store (shop_domain, name, credential_kind)
                SELECT 'plan-' || n || '.myshopify.com', 'Plan', 'access_token' FROM generate_series(1, 20) AS n""");
        Owner.execute("""
                INSERT INTO shopify_product (store_id, id, title, synced_at, incomplete, version_at,
                    version_triggered_at, version_webhook_id)
                SELECT s.id, n, 'Shirt', timestamptz '2026-09-01' + n * interval '1 s', n % 500 = 0, now(), now(), 'x'
                FROM store s, generate_series(1, 2500) AS n WHERE s.name = 'Plan'""");
        Owner.execute("ANALYZE shopify_product");
    }

    @AfterAll
    static void emptyCatalogue() {
        Owner.execute("DELETE FROM store WHERE name = 'Plan'");
    }

    @Test
    void productsOfAStoreAreReadAlongItsIndex() {
        UUID store = (UUID) Owner.value("SELECT id FROM store WHERE name = 'Plan' LIMIT 1");

        assertThat(plan(ProductQueries.inStores(Optional.of(Set.of(store)), false), false))
                .contains(INDEX)
                .doesNotContain("Seq Scan on shopify_product");
    }

    @Test
    void newestOfSeveralStoresAreMerged() {
        Set<UUID> stores =
                Set.of((UUID) Owner.value("SELECT id FROM store WHERE name = 'Plan' ORDER BY id LIMIT 1"), (UUID)
                        Owner.value("SELECT id FROM store WHERE name = 'Plan' ORDER BY id DESC LIMIT 1"));

        assertThat(plan(ProductQueries.inStores(Optional.of(stores), true), true))
                .contains(INDEX)
                .doesNotContain("Seq Scan on shopify_product");
    }

    @Test
    void newestOfAllStoresAreReadAlongTheirIndex() {
        assertThat(plan(ProductQueries.inStores(Optional.empty(), false), false))
                .contains("shopify_product_newest_synced")
                .doesNotContain("Seq Scan on shopify_product");
    }

    @Test
    void incompleteProductsAreReadAlongAnIndexThatHasNoOthers() {
        assertThat(plan(ProductQueries.inStores(Optional.empty(), false).and("p.incomplete"), false))
                .contains("shopify_product_incomplete");
    }

    private String plan(Conditions conditions, boolean merged) {
        ProductPosition after = new ProductPosition(Instant.parse("2026-09-01T00:20:00Z"), 1, UUID.randomUUID());
        String sql = ProductQueries.list(ProductQueries.position(conditions, after), merged, 51);
        return pool.preparedQuery("EXPLAIN " + sql)
                .execute(conditions.values())
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString(0))
                        .collect(Collectors.joining("\n")))
                .await()
                .indefinitely();
    }
}
