package dev.shopmirror.sync;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.WithKafka;
import dev.shopmirror.localstack.WithPostgres;
import dev.shopmirror.sync.delivery.BatchTransaction;

/** Which product a row is, whatever order its events come in. */
@QuarkusTest
@WithKafka
@WithPostgres(login = PostgresLogin.SYNC)
class ProductRulesTest {

    private final TestShop shop = TestShop.active();

    @Inject
    BatchTransaction transaction;

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void createAfterUpdateIsStale() {
        assertThat(apply("products/update", titled("update", "2026-03-02T00:00:00Z"), "2026-03-02T00:00:00Z"))
                .isEqualTo("applied");
        assertThat(apply("products/create", titled("create", "2026-03-01T00:00:00Z"), "2026-03-01T00:00:00Z"))
                .isEqualTo("stale");
        assertThat(title()).isEqualTo("update");
    }

    @Test
    void disorderWithinABatchEndsWithTheNewest() {
        var outcomes = TestBatch.of(shop)
                .add("products/update", titled("third", "2026-03-03T00:00:00Z"), "2026-03-03T00:00:00Z")
                .add("products/create", titled("first", "2026-03-01T00:00:00Z"), "2026-03-01T00:00:00Z")
                .add("products/update", titled("second", "2026-03-02T00:00:00Z"), "2026-03-02T00:00:00Z")
                .apply(transaction);

        assertThat(outcomes).containsExactly("applied", "stale: superseded", "stale: superseded");
        assertThat(title()).isEqualTo("third");
    }

    @Test
    void olderDeletionWithinABatchDoesNotRemoveTheNewest() {
        var outcomes = TestBatch.of(shop)
                .add("products/update", titled("again", "2026-03-03T00:00:00Z"), "2026-03-03T00:00:00Z")
                .add("products/delete", "{\"id\":7}", "2026-03-02T00:00:00Z")
                .apply(transaction);

        assertThat(outcomes).containsExactly("applied", "applied");
        assertThat(title()).isEqualTo("again");
    }

    @Test
    void deletionBeforeItsCreationKeepsTheProductAway() {
        assertThat(apply("products/delete", "{\"id\":7}", "2026-03-02T00:00:00Z"))
                .isEqualTo("applied");
        assertThat(apply("products/create", titled("late", "2026-03-01T00:00:00Z"), "2026-03-01T00:00:00Z"))
                .isEqualTo("stale");
        assertThat(shop.values("SELECT id FROM shopify_product WHERE store_id = ?"))
                .isEmpty();
    }

    @Test
    void olderDeletionIsStale() {
        apply("products/update", titled("newer", "2026-03-02T00:00:00Z"), "2026-03-02T00:00:00Z");

        assertThat(apply("products/delete", "{\"id\":7}", "2026-03-01T00:00:00Z"))
                .isEqualTo("stale");
        assertThat(title()).isEqualTo("newer");
    }

    @Test
    void secondDeletionIsStaleUnlessItIsNewer() {
        assertThat(apply("products/delete", "{\"id\":7}", "2026-03-02T00:00:00Z"))
                .isEqualTo("applied");
        assertThat(apply("products/delete", "{\"id\":7}", "2026-03-01T00:00:00Z"))
                .isEqualTo("stale");
        assertThat(apply("products/delete", "{\"id\":7}", "2026-03-03T00:00:00Z"))
                .isEqualTo("applied");
    }

    @Test
    void recreatedProductKeepsNothingOfTheFormerOne() {
        apply("products/create", TestShop.payload("products-create-two-variants"), "2026-03-01T14:10:01Z");
        apply("products/delete", "{\"id\":788032119674292922}", "2026-03-02T00:00:00Z");
        apply(
                "products/create",
                "{\"id\":788032119674292922,\"title\":\"again\",\"updated_at\":\"2026-03-03T00:00:00Z\"}",
                "2026-03-03T00:00:00Z");

        Map<String, Object> product = shop.row("SELECT title, vendor, tags FROM shopify_product WHERE store_id = ?");
        assertThat(product)
                .containsEntry("title", "again")
                .containsEntry("vendor", null)
                .containsEntry("tags", null);
        assertThat(shop.values("SELECT id FROM shopify_product_variant WHERE store_id = ?"))
                .isEmpty();
    }

    @Test
    void recreatedProductInTheBatchOfItsDeletionKeepsNothingOfTheFormerOne() {
        apply("products/create", TestShop.payload("products-create-two-variants"), "2026-03-01T14:10:01Z");
        TestBatch.of(shop)
                .add(
                        "products/create",
                        "{\"id\":788032119674292922,\"title\":\"again\",\"updated_at\":\"2026-03-03T00:00:00Z\"}",
                        "2026-03-03T00:00:00Z")
                .add("products/delete", "{\"id\":788032119674292922}", "2026-03-02T00:00:00Z")
                .apply(transaction);

        assertThat(shop.row("SELECT title, vendor FROM shopify_product WHERE store_id = ?"))
                .containsEntry("title", "again")
                .containsEntry("vendor", null);
    }

    @Test
    void renamedHandleIsTheSameProduct() {
        apply(
                "products/create",
                "{\"id\":7,\"handle\":\"old-name\",\"updated_at\":\"2026-03-01T00:00:00Z\"}",
                "2026-03-01T00:00:00Z");
        apply(
                "products/update",
                "{\"id\":7,\"handle\":\"new-name\",\"updated_at\":\"2026-03-02T00:00:00Z\"}",
                "2026-03-02T00:00:00Z");
        apply(
                "products/create",
                "{\"id\":8,\"handle\":\"old-name\",\"updated_at\":\"2026-03-03T00:00:00Z\"}",
                "2026-03-03T00:00:00Z");

        assertThat(shop.values("SELECT id || ' ' || handle FROM shopify_product WHERE store_id = ? ORDER BY id"))
                .containsExactly("7 new-name", "8 old-name");
    }

    @Test
    void trimmedBodyInTheBatchOfAFullerOneTakesNothingAway() {
        TestBatch.of(shop)
                .add(
                        "products/update",
                        "{\"id\":7,\"title\":\"newest\",\"updated_at\":\"2026-03-02T00:00:00Z\"}",
                        "2026-03-02T00:00:00Z")
                .add(
                        "products/create",
                        "{\"id\":7,\"title\":\"first\",\"vendor\":\"Kiln\",\"updated_at\":\"2026-03-01T00:00:00Z\"}",
                        "2026-03-01T00:00:00Z")
                .apply(transaction);

        assertThat(shop.row("SELECT title, vendor FROM shopify_product WHERE store_id = ?"))
                .containsEntry("title", "newest")
                .containsEntry("vendor", "Kiln");
    }

    @Test
    void unknownFieldsAndStatusesAreNoObstacle() {
        assertThat(apply(
                        "products/update",
                        "{\"id\":7,\"status\":\"unlisted\",\"invented_in_2031\":{\"deep\":[1,{}]},"
                                + "\"updated_at\":\"2026-03-01T00:00:00Z\"}",
                        "2026-03-01T00:00:00Z"))
                .isEqualTo("applied");
        assertThat(shop.value("SELECT status FROM shopify_product WHERE store_id = ?"))
                .isEqualTo("unlisted");
    }

    @Test
    void everyFieldButTheIdMayBeNull() {
        String nulls = Stream.of(
                        "admin_graphql_api_id",
                        "title",
                        "handle",
                        "vendor",
                        "product_type",
                        "status",
                        "tags",
                        "body_html",
                        "template_suffix",
                        "published_scope",
                        "category",
                        "has_variants_that_requires_components",
                        "options",
                        "images",
                        "image",
                        "media",
                        "published_at",
                        "created_at",
                        "updated_at",
                        "variants",
                        "variant_gids",
                        "variant_ids")
                .map(field -> "\"" + field + "\":null")
                .collect(joining(","));

        assertThat(apply("products/update", "{\"id\":7," + nulls + "}", "2026-03-01T00:00:00Z"))
                .isEqualTo("applied");
        assertThat(shop.row("SELECT * FROM shopify_product WHERE store_id = ?"))
                .containsEntry("title", null)
                .containsEntry("tags", null)
                .containsEntry("media", null);
    }

    @Test
    void forgedTriggeredAtOutranksNoLaterState() {
        Instant now = Instant.now();
        apply("products/update", "{\"id\":7,\"title\":\"forged\"}", "2999-01-01T00:00:00Z");

        String later = now.plusSeconds(600).toString();
        assertThat(apply("products/update", titled("real", later), later)).isEqualTo("applied");
        assertThat(title()).isEqualTo("real");
    }

    private String apply(String topic, String body, String triggeredAt) {
        return TestBatch.of(shop)
                .add(topic, body, triggeredAt)
                .apply(transaction)
                .get(0);
    }

    private Object title() {
        return shop.value("SELECT title FROM shopify_product WHERE store_id = ?");
    }

    private static String titled(String title, String updatedAt) {
        return "{\"id\":7,\"title\":\"" + title + "\",\"updated_at\":\"" + updatedAt + "\"}";
    }
}
