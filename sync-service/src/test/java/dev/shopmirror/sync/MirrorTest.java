package dev.shopmirror.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;

import jakarta.inject.Inject;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.PostgresServer;
import dev.shopmirror.localstack.WithKafka;
import dev.shopmirror.localstack.WithPostgres;

/** From a record in Kafka to rows in PostgreSQL. Every test has a shop of its own. */
@QuarkusTest
@WithKafka
@WithPostgres(login = PostgresLogin.SYNC)
class MirrorTest {

    private static final long MUG = 788032119674292922L;

    private final TestShop shop = TestShop.active();

    @Inject
    MeterRegistry metrics;

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void productArrivesDigitForDigit() {
        shop.deliver("products/create", TestShop.payload("products-create-two-variants"), "2026-03-01T14:10:01.5Z");

        assertThat(shop.awaitOutcomes(1)).containsExactly("applied");
        Map<String, Object> product = shop.row("SELECT * FROM shopify_product WHERE store_id = ?");
        assertThat(product).containsEntry("id", MUG).containsEntry("title", "Stoneware mug");
        assertThat(product.get("body_html")).isEqualTo("<p>Hand-thrown mug & saucer</p>");
        assertThat(shop.value("SELECT tags[2] FROM shopify_product WHERE store_id = ?"))
                .isEqualTo("kitchen");
        assertThat(shop.value("SELECT category ->> 'name' FROM shopify_product WHERE store_id = ?"))
                .isEqualTo("Mugs");
        assertThat(product).containsEntry("incomplete", false);
        assertThat(shop.values("SELECT price FROM shopify_product_variant WHERE store_id = ? ORDER BY position"))
                .containsExactly(new BigDecimal("19.99"), new BigDecimal("25"));
        assertThat(shop.values("SELECT inventory_quantity FROM shopify_product_variant WHERE store_id = ? ORDER BY id"))
                .containsExactly(75, -2);
    }

    @Test
    void olderUpdateIsStale() {
        shop.deliver("products/update", product("new", "2026-03-02T10:00:00Z"), "2026-03-02T10:00:01Z");
        shop.awaitOutcomes(1);
        shop.deliver("products/create", product("old", "2026-03-01T10:00:00Z"), "2026-03-01T10:00:01Z");

        assertThat(shop.awaitOutcomes(2)).containsExactly("applied", "stale");
        assertThat(shop.value("SELECT title FROM shopify_product WHERE store_id = ?"))
                .isEqualTo("new");
    }

    @Test
    void statesOfOneSecondAreOrderedByTrigger() {
        shop.deliver("products/update", product("second", "2026-03-02T10:00:00Z"), "2026-03-02T10:00:00.9Z");
        shop.awaitOutcomes(1);
        shop.deliver("products/update", product("first", "2026-03-02T10:00:00Z"), "2026-03-02T10:00:00.1Z");
        shop.awaitOutcomes(2);
        shop.deliver("products/update", product("third", "2026-03-02T10:00:00Z"), "2026-03-02T10:00:01.1Z");

        assertThat(shop.awaitOutcomes(3)).containsExactly("applied", "stale", "applied");
        assertThat(shop.value("SELECT title FROM shopify_product WHERE store_id = ?"))
                .isEqualTo("third");
    }

    /** Whatever is told apart by nothing else ends alike on every replica. */
    @Test
    void statesOfOneTriggerAreOrderedByWebhookId() {
        String moment = "2026-03-02T10:00:00Z";
        shop.deliverAs("b", "products/update", product("second", moment), moment);
        shop.awaitOutcomes(1);
        shop.deliverAs("a", "products/update", product("first", moment), moment);
        shop.awaitOutcomes(2);
        shop.deliverAs("c", "products/update", product("third", moment), moment);

        assertThat(shop.awaitOutcomes(3)).containsExactly("applied", "stale", "applied");
        assertThat(shop.value("SELECT title FROM shopify_product WHERE store_id = ?"))
                .isEqualTo("third");
    }

    @Test
    void lateUpdateDoesNotResurrectDeletedProduct() {
        shop.deliver("products/create", TestShop.payload("products-create-two-variants"), "2026-03-01T14:10:01Z");
        shop.awaitOutcomes(1);
        shop.deliver("products/delete", "{\"id\":" + MUG + "}", "2026-03-05T00:00:00Z");
        shop.awaitOutcomes(2);
        shop.deliver(
                "products/update",
                "{\"id\":" + MUG + ",\"title\":\"late\",\"updated_at\":\"2026-03-04T00:00:00Z\"}",
                "2026-03-04T00:00:00Z");

        assertThat(shop.awaitOutcomes(3)).containsExactly("applied", "applied", "stale");
        assertThat(shop.values("SELECT id FROM shopify_product WHERE store_id = ?"))
                .isEmpty();
        assertThat(shop.values("SELECT id FROM shopify_product_variant WHERE store_id = ?"))
                .isEmpty();
    }

    @Test
    void deletedProductMayComeBack() {
        shop.deliver("products/delete", "{\"id\":7}", "2026-03-05T00:00:00Z");
        shop.awaitOutcomes(1);
        shop.deliver("products/create", product("again", "2026-03-06T00:00:00Z"), "2026-03-06T00:00:00Z");

        assertThat(shop.awaitOutcomes(2)).containsExactly("applied", "applied");
        assertThat(shop.value("SELECT title FROM shopify_product WHERE store_id = ?"))
                .isEqualTo("again");
    }

    @Test
    void bodyTrimmedByFieldsWipesNothing() {
        shop.deliver("products/create", TestShop.payload("products-create-two-variants"), "2026-03-01T14:10:01Z");
        shop.awaitOutcomes(1);
        shop.deliver(
                "products/update",
                "{\"id\":" + MUG + ",\"vendor\":null,\"updated_at\":\"2026-03-04T00:00:00Z\"}",
                "2026-03-04T00:00:00Z");

        shop.awaitOutcomes(2);
        Map<String, Object> product = shop.row("SELECT title, vendor FROM shopify_product WHERE store_id = ?");
        assertThat(product).containsEntry("title", "Stoneware mug").containsEntry("vendor", null);
        assertThat(shop.values("SELECT id FROM shopify_product_variant WHERE store_id = ?"))
                .hasSize(2);
    }

    @Test
    void variantMissingFromTheCompleteListIsRemoved() {
        shop.deliver("products/create", TestShop.payload("products-create-two-variants"), "2026-03-01T14:10:01Z");
        shop.awaitOutcomes(1);
        shop.deliver(
                "products/update",
                "{\"id\":" + MUG + ",\"updated_at\":\"2026-03-04T00:00:00Z\",\"variants\":[{\"id\":757650484644203962,"
                        + "\"price\":\"26.00\"}],\"variant_gids\":[{\"admin_graphql_api_id\":"
                        + "\"gid://shopify/ProductVariant/757650484644203962\"}]}",
                "2026-03-04T00:00:00Z");

        shop.awaitOutcomes(2);
        assertThat(shop.values("SELECT title || ' ' || price FROM shopify_product_variant WHERE store_id = ?"))
                .containsExactly("Large 26.00");
    }

    @Test
    void stockFollowsItsLevels() {
        String level = "{\"inventory_item_id\":5,\"location_id\":%d,\"available\":%s,\"updated_at\":\"%s\"}";
        shop.deliver(
                "inventory_levels/connect", level.formatted(1, "10", "2026-03-01T00:00:00Z"), "2026-03-01T00:00:00Z");
        shop.deliver(
                "inventory_levels/update", level.formatted(1, "-3", "2026-03-02T00:00:00Z"), "2026-03-02T00:00:00Z");
        shop.deliver(
                "inventory_levels/update", level.formatted(2, "null", "2026-03-02T00:00:00Z"), "2026-03-02T00:00:00Z");
        shop.awaitOutcomes(3);

        assertThat(shop.values("SELECT available FROM shopify_inventory_level WHERE store_id = ? ORDER BY location_id"))
                .containsExactly(-3, null);

        shop.deliver(
                "inventory_levels/disconnect", "{\"inventory_item_id\":5,\"location_id\":1}", "2026-03-03T00:00:00Z");
        shop.awaitOutcomes(4);
        shop.deliver(
                "inventory_levels/update", level.formatted(1, "9", "2026-03-02T12:00:00Z"), "2026-03-02T12:00:00Z");

        assertThat(shop.awaitOutcomes(5)).last().isEqualTo("stale");
        assertThat(shop.values("SELECT location_id FROM shopify_inventory_level WHERE store_id = ?"))
                .containsExactly(2L);
    }

    @Test
    void copiesOfADeliveryAreCountedNotApplied() {
        String body = product("once", "2026-03-01T00:00:00Z");
        for (int copy = 0; copy < 3; copy++) {
            shop.deliverAs("b54557e4-bdd9-4b37-8a5f-bf7d70bcd043", "products/update", body, "2026-03-01T00:00:00Z");
        }

        await().untilAsserted(
                        () -> assertThat(shop.ledger("SELECT duplicates FROM webhook_delivery WHERE shop_domain = ?"))
                                .containsExactly(2));
        assertThat(shop.awaitOutcomes(1)).containsExactly("applied");
    }

    @Test
    void poisonCostsOnlyItself() {
        shop.deliver("products/update", product("before", "2026-03-01T00:00:00Z"), "2026-03-01T00:00:00Z");
        shop.deliver("products/update", "{\"id\":", "2026-03-02T00:00:00Z");
        shop.deliver("products/update", "{\"title\":\"nameless\"}", "2026-03-02T00:00:00Z");
        shop.deliver(
                "products/delete", product("a delete with a title", "2026-03-02T00:00:00Z"), "2026-03-02T00:00:00Z");
        shop.deliver("products/update", product("after", "2026-03-03T00:00:00Z"), "2026-03-03T00:00:00Z");

        shop.awaitOutcomes(5);
        assertThat(shop.ledger("SELECT reason FROM webhook_delivery WHERE shop_domain = ? "
                        + "AND outcome = 'dead_lettered' ORDER BY reason"))
                .containsExactly("broken_json", "missing_id", "topic_mismatch");
        assertThat(shop.value("SELECT title FROM shopify_product WHERE store_id = ?"))
                .isEqualTo("after");
        assertThat(shop.deadLetterReasons()).containsExactlyInAnyOrder("broken_json", "missing_id", "topic_mismatch");
    }

    @Test
    void whatOnlyPostgresRefusesCostsOnlyItself() {
        StringBuilder sku = new StringBuilder();
        new Random(7).ints(9_000, 'a', 'z').forEach(letter -> sku.append((char) letter));
        String unindexable =
                "{\"id\":8,\"updated_at\":\"2026-03-01T00:00:00Z\",\"variants\":[{\"id\":1,\"sku\":\"" + sku + "\"}]}";
        shop.deliver("products/update", product("before", "2026-03-01T00:00:00Z"), "2026-03-01T00:00:00Z");
        shop.deliver("products/update", unindexable, "2026-03-01T00:00:00Z");
        shop.deliver("products/update", product("after", "2026-03-03T00:00:00Z"), "2026-03-03T00:00:00Z");

        shop.awaitOutcomes(3);
        assertThat(shop.ledger("SELECT reason || ': ' || error FROM webhook_delivery WHERE shop_domain = ? "
                        + "AND outcome = 'dead_lettered'"))
                .containsExactly("refused_by_database: SQLSTATE 54000");
        assertThat(shop.value("SELECT title FROM shopify_product WHERE store_id = ?"))
                .isEqualTo("after");
    }

    @Test
    void nulCharacterIsRemovedFromText() {
        shop.deliver("products/update", product("a\\u0000b", "2026-03-01T00:00:00Z"), "2026-03-01T00:00:00Z");

        assertThat(shop.awaitOutcomes(1)).containsExactly("applied");
        assertThat(shop.value("SELECT title FROM shopify_product WHERE store_id = ?"))
                .isEqualTo("ab");
        assertThat(metrics.get("shopmirror.deliveries.nul.removed").counter().count())
                .isPositive();
    }

    @Test
    void deliveriesOfUnknownAndInactiveStoresAreIgnored() {
        TestShop unknown = TestShop.unknown();
        TestShop inactive = TestShop.inactive();
        for (TestShop other : List.of(unknown, inactive)) {
            other.deliver("products/update", product("nobody's", "2026-03-01T00:00:00Z"), "2026-03-01T00:00:00Z");
            assertThat(other.awaitOutcomes(1)).containsExactly("ignored");
        }
        assertThat(unknown.ledger("SELECT reason FROM webhook_delivery WHERE shop_domain = ?"))
                .containsExactly("unknown_store");
        assertThat(inactive.ledger("SELECT reason FROM webhook_delivery WHERE shop_domain = ?"))
                .containsExactly("inactive_store");
    }

    @Test
    void deliveriesWaitWhileTheDatabaseIsAway() {
        PostgresServer database = PostgresServer.shared();
        database.stop();
        try {
            shop.deliver("products/update", product("patient", "2026-03-01T00:00:00Z"), "2026-03-01T00:00:00Z");
        } finally {
            database.start();
        }

        assertThat(shop.awaitOutcomes(1)).containsExactly("applied");
        assertThat(shop.ledger("SELECT attempts FROM webhook_delivery WHERE shop_domain = ?"))
                .containsExactly(1);
    }

    @Test
    void topicWithoutAReaderIsRecorded() {
        shop.deliver("orders/create", "{\"id\":1}", "2026-03-01T00:00:00Z");

        assertThat(shop.awaitOutcomes(1)).containsExactly("ignored");
        assertThat(shop.ledger("SELECT reason FROM webhook_delivery WHERE shop_domain = ?"))
                .containsExactly("unhandled_topic");
    }

    private static String product(String title, String updatedAt) {
        return "{\"id\":7,\"title\":\"" + title + "\",\"updated_at\":\"" + updatedAt + "\"}";
    }
}
