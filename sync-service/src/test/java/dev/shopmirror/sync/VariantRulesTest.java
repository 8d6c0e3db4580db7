package dev.shopmirror.sync;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.WithKafka;
import dev.shopmirror.localstack.WithPostgres;
import dev.shopmirror.sync.delivery.BatchTransaction;

/** Which variants a product has, whatever part of them a body shows. */
@QuarkusTest
@WithKafka
@WithPostgres(login = PostgresLogin.SYNC)
class VariantRulesTest {

    private final TestShop shop = TestShop.active();

    @Inject
    BatchTransaction transaction;

    @AfterEach
    void close() {
        shop.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 250, 2048})
    void truncatedProductIsMarkedAndKeepsWhatItHad(int count) {
        apply("{" + product("2026-03-01T00:00:00Z")
                + variants(LongStream.range(1, 51).boxed().toArray(Long[]::new), "1.00") + "}");
        Long[] delivered = LongStream.rangeClosed(count - 99L, count).boxed().toArray(Long[]::new);
        apply("{" + product("2026-03-02T00:00:00Z") + variants(delivered, "2.00") + "," + gids(count) + "}");

        assertThat(shop.value("SELECT incomplete FROM shopify_product WHERE store_id = ?"))
                .isEqualTo(true);
        long kept = LongStream.range(1, 51).filter(id -> id <= count - 100).count();
        assertThat(count("price = 2.00")).isEqualTo(100L);
        assertThat(count("price = 1.00")).isEqualTo(kept);
    }

    @Test
    void completeListOfAHundredIsNotIncomplete() {
        Long[] all = LongStream.rangeClosed(1, 100).boxed().toArray(Long[]::new);
        apply("{" + product("2026-03-01T00:00:00Z") + variants(all, "1.00") + "," + gids(100) + "}");

        assertThat(shop.value("SELECT incomplete FROM shopify_product WHERE store_id = ?"))
                .isEqualTo(false);
        assertThat(count("true")).isEqualTo(100L);
    }

    @Test
    void productThatShrinksIsCompleteAgain() {
        Long[] delivered = LongStream.rangeClosed(2, 101).boxed().toArray(Long[]::new);
        apply("{" + product("2026-03-01T00:00:00Z") + variants(delivered, "1.00") + "," + gids(101) + "}");
        apply("{" + product("2026-03-02T00:00:00Z") + variants(new Long[] {2L, 3L}, "2.00") + ","
                + gidsOf(LongStream.of(2, 3)) + "}");

        assertThat(shop.value("SELECT incomplete FROM shopify_product WHERE store_id = ?"))
                .isEqualTo(false);
        assertThat(count("true")).isEqualTo(2L);
    }

    @Test
    void aHundredVariantsWithoutACompleteListRemoveNothing() {
        apply("{" + product("2026-03-01T00:00:00Z") + variants(new Long[] {900L}, "1.00") + "}");
        Long[] hundred = LongStream.rangeClosed(1, 100).boxed().toArray(Long[]::new);
        apply("{" + product("2026-03-02T00:00:00Z") + variants(hundred, "2.00") + "}");

        assertThat(count("true")).isEqualTo(101L);
        assertThat(shop.value("SELECT incomplete FROM shopify_product WHERE store_id = ?"))
                .isEqualTo(true);
    }

    @Test
    void variantThatIsListedButNeverShownIsAGap() {
        apply("{" + product("2026-03-01T00:00:00Z") + variants(new Long[] {1L, 2L}, "1.00") + "}");
        apply("{" + product("2026-03-02T00:00:00Z") + gidsOf(LongStream.of(1, 2)) + "}");
        assertThat(shop.value("SELECT incomplete FROM shopify_product WHERE store_id = ?"))
                .isEqualTo(false);

        apply("{" + product("2026-03-03T00:00:00Z") + gidsOf(LongStream.of(2, 3)) + "}");

        assertThat(shop.value("SELECT incomplete FROM shopify_product WHERE store_id = ?"))
                .isEqualTo(true);
        assertThat(shop.values("SELECT id FROM shopify_product_variant WHERE store_id = ?"))
                .containsExactly(2L);
    }

    /** What completes an event is placed right behind it. */
    @Test
    void liveEventOfTheSameSecondWinsOverTheCompletionOfTheOneBefore() {
        String second = "2026-03-02T00:00:00Z";
        apply(cutOff(second, "1.00"), "2026-03-02T00:00:00.1Z");
        assertThat(apply(whole(second, "1.00"), "2026-03-02T00:00:00.100001Z")).isEqualTo("applied");
        assertThat(shop.value("SELECT incomplete FROM shopify_product WHERE store_id = ?"))
                .isEqualTo(false);

        assertThat(apply(cutOff(second, "2.00"), "2026-03-02T00:00:00.2Z")).isEqualTo("applied");

        assertThat(shop.value("SELECT incomplete FROM shopify_product WHERE store_id = ?"))
                .isEqualTo(true);
        assertThat(apply(whole(second, "1.00"), "2026-03-02T00:00:00.100001Z")).isEqualTo("stale");
        assertThat(count("price = 2.00")).isEqualTo(100L);
    }

    /** What completes a state whose event did not come is placed at the beginning of its second. */
    @Test
    void liveEventThatComesAfterAllWinsOverTheCompletionThatWasFaster() {
        apply(cutOff("2026-03-02T00:00:00Z", "1.00"), "2026-03-02T00:00:00.1Z");
        assertThat(apply(whole("2026-03-02T00:00:05Z", "2.00"), "2026-03-02T00:00:05Z"))
                .isEqualTo("applied");

        assertThat(apply(cutOff("2026-03-02T00:00:05Z", "2.00"), "2026-03-02T00:00:05.3Z"))
                .isEqualTo("applied");

        assertThat(count("price = 2.00")).isEqualTo(101L);
    }

    @Test
    void staleListRemovesNothing() {
        apply("{" + product("2026-03-02T00:00:00Z") + variants(new Long[] {1L, 2L}, "1.00") + "}");
        apply("{" + product("2026-03-01T00:00:00Z") + variants(new Long[] {1L}, "9.00") + "," + gids(1) + "}");

        assertThat(count("price = 1.00")).isEqualTo(2L);
    }

    @Test
    void olderApiVersionsListVariantsByVariantIds() {
        apply(TestShop.payload("products-update-2024-01"));
        apply("{" + product(6542187, "2026-03-04T00:00:00Z") + "\"variant_ids\":[{\"id\":31000002}]}");

        assertThat(shop.values("SELECT id FROM shopify_product_variant WHERE store_id = ?"))
                .containsExactly(31000002L);
        assertThat(shop.value("SELECT price FROM shopify_product_variant WHERE store_id = ?"))
                .isEqualTo(new BigDecimal("12.50"));
    }

    @Test
    void bodyThatEndsAfterItsImagesIsRead() {
        apply(TestShop.payload("products-update-cut-after-images"));

        assertThat(shop.value("SELECT images -> 0 ->> 'position' FROM shopify_product WHERE store_id = ?"))
                .isEqualTo("1");
        assertThat(shop.values("SELECT media FROM shopify_product WHERE store_id = ?"))
                .containsExactly((Object) null);
        assertThat(count("true")).isEqualTo(1L);
    }

    private void apply(String body) {
        assertThat(apply(body, "2026-03-05T00:00:00Z")).isIn("applied", "stale");
    }

    /** Answers the outcome. */
    private String apply(String body, String triggeredAt) {
        return TestBatch.of(shop)
                .add("products/update", body, triggeredAt)
                .apply(transaction)
                .get(0);
    }

    /** 100 of 101 variants, as an event has them. */
    private static String cutOff(String updatedAt, String price) {
        Long[] newest = LongStream.rangeClosed(2, 101).boxed().toArray(Long[]::new);
        return "{" + product(updatedAt) + variants(newest, price) + "," + gids(101) + "}";
    }

    private static String whole(String updatedAt, String price) {
        Long[] all = LongStream.rangeClosed(1, 101).boxed().toArray(Long[]::new);
        return "{" + product(updatedAt) + variants(all, price) + "," + gids(101) + "}";
    }

    private Object count(String condition) {
        return shop.value("SELECT count(*) FROM shopify_product_variant WHERE store_id = ? AND " + condition);
    }

    private static String product(String updatedAt) {
        return product(7, updatedAt);
    }

    private static String product(long id, String updatedAt) {
        return "\"id\":" + id + ",\"updated_at\":\"" + updatedAt + "\",";
    }

    private static String variants(Long[] ids, String price) {
        return IntStream.range(0, ids.length)
                .mapToObj(i -> "{\"id\":" + ids[i] + ",\"price\":\"" + price + "\"}")
                .collect(joining(",", "\"variants\":[", "]"));
    }

    private static String gids(int count) {
        return gidsOf(LongStream.rangeClosed(1, count));
    }

    private static String gidsOf(LongStream ids) {
        return ids.mapToObj(id -> "{\"admin_graphql_api_id\":\"gid://shopify/ProductVariant/" + id + "\"}")
                .collect(joining(",", "\"variant_gids\":[", "]"));
    }
}
