package dev.shopmirror.sync.payload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.shopmirror.event.EventSource;
import dev.shopmirror.event.EventTopics;
import dev.shopmirror.event.WebhookEvent;
import dev.shopmirror.sync.change.Change;
import dev.shopmirror.sync.change.ResourceKey;
import dev.shopmirror.sync.table.Column;
import dev.shopmirror.sync.table.MirrorTable;
import dev.shopmirror.sync.table.PoisonException;
import dev.shopmirror.sync.table.PoisonReason;

class ChangeReaderTest {

    private static final Instant TRIGGERED = Instant.parse("2026-03-01T12:00:00.5Z");

    @Test
    void everyTopicThatAStoreSubscribesToIsApplied() {
        assertThat(EventTopics.APPLIED)
                .allMatch(topic -> ChangeReader.handles(topic) || StoreEventReader.handles(topic));
    }

    @Test
    void versionComesFromUpdatedAt() {
        Change change =
                read("products/update", "{\"id\":1,\"title\":\"Mug\",\"updated_at\":\"2026-02-28T23:59:59-05:00\"}");

        assertThat(change.version().at()).isEqualTo(Instant.parse("2026-03-01T04:59:59Z"));
        assertThat(change.version().triggeredAt()).isEqualTo(TRIGGERED);
    }

    @Test
    void absentFieldIsAbsentAndNullIsNull() {
        Change change = read("products/update", "{\"id\":1,\"vendor\":null,\"unheard_of\":{}}");

        assertThat(change.row().columns()).extracting(Column::name).containsExactly("vendor");
        assertThat(change.row().values()).containsValue(null);
    }

    @Test
    void moneyKeepsItsDigits() {
        Change change = read(
                "products/update",
                "{\"id\":1,\"variants\":[{\"id\":2,\"price\":\"25\"},{\"id\":3,\"price\":\"19.990\"}]}");

        assertThat(change.variants().rows().values())
                .extracting(row -> row.values().entrySet().iterator().next().getValue())
                .containsExactly(new BigDecimal("25"), new BigDecimal("19.990"));
    }

    @Test
    void numbersKeepTheirDigitsToo() {
        Change change = read("inventory_items/update", "{\"id\":1,\"weight_value\":100.0,\"weight_unit\":\"g\"}");

        assertThat(change.row().values()).containsValue(new BigDecimal("100.0"));
    }

    @Test
    void variantGidsDecideWhichVariantsLive() {
        Change change = read(
                "products/update",
                "{\"id\":1,\"variants\":[{\"id\":2}],\"variant_ids\":[{\"id\":9}],"
                        + "\"variant_gids\":[{\"admin_graphql_api_id\":\"gid://shopify/ProductVariant/2\"},"
                        + "{\"admin_graphql_api_id\":\"gid://shopify/ProductVariant/3\"}]}");

        assertThat(change.variants().live()).containsExactly(2L, 3L);
        assertThat(incomplete(change)).isTrue();
    }

    @Test
    void variantIdsOfOlderVersionsStandInForGids() {
        Change change = read("products/update", "{\"id\":1,\"variants\":[{\"id\":2}],\"variant_ids\":[{\"id\":2}]}");

        assertThat(change.variants().live()).containsExactly(2L);
        assertThat(incomplete(change)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"99, true", "100, false", "101, false"})
    void variantsAloneAreCompleteBelowAHundred(int count, boolean complete) {
        String variants =
                IntStream.range(0, count).mapToObj(id -> "{\"id\":" + id + "}").collect(Collectors.joining(","));
        Change change = read("products/update", "{\"id\":1,\"variants\":[" + variants + "]}");

        assertThat(change.variants().live() != null).isEqualTo(complete);
        assertThat(incomplete(change)).isEqualTo(!complete);
    }

    @ParameterizedTest
    @CsvSource({"101", "250", "2048"})
    void truncatedVariantsMarkTheProductIncomplete(int count) {
        String variants =
                IntStream.range(0, 100).mapToObj(id -> "{\"id\":" + id + "}").collect(Collectors.joining(","));
        String gids = LongStream.range(0, count)
                .mapToObj(id -> "{\"admin_graphql_api_id\":\"gid://shopify/ProductVariant/" + id + "\"}")
                .collect(Collectors.joining(","));
        Change change =
                read("products/update", "{\"id\":1,\"variants\":[" + variants + "],\"variant_gids\":[" + gids + "]}");

        assertThat(change.variants().live()).hasSize(count);
        assertThat(incomplete(change)).isTrue();
    }

    @Test
    void bodyWithoutVariantsSaysNothingOfThem() {
        Change change = read("products/update", "{\"id\":1,\"title\":\"x\"}");

        assertThat(change.variants().live()).isNull();
        assertThat(change.row().columns()).doesNotContain(MirrorTable.INCOMPLETE);
    }

    @Test
    void stockIsKeyedByItemAndLocation() {
        Change change = read("inventory_levels/disconnect", "{\"inventory_item_id\":5,\"location_id\":6}");

        assertThat(change.deletion()).isTrue();
        assertThat(change.key()).isEqualTo(new ResourceKey("acme.myshopify.com", MirrorTable.INVENTORY_LEVEL, 5, 6));
        assertThat(change.version().at()).isEqualTo(Instant.parse("2026-03-01T12:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "products/update; ; BROKEN_JSON",
                "products/update; {\"id\":1; BROKEN_JSON",
                "products/update; {\"id\":1} trailing; BROKEN_JSON",
                "products/update; [1]; BROKEN_JSON",
                "products/update; {\"title\":\"x\"}; MISSING_ID",
                "products/update; {\"id\":null}; MISSING_ID",
                "products/update; {\"id\":\"one\"}; MISSING_ID",
                "products/update; {\"id\":99999999999999999999}; MISSING_ID",
                "inventory_levels/update; {\"inventory_item_id\":1}; MISSING_ID",
                "products/update; {\"id\":1,\"title\":{}}; WRONG_TYPE",
                "products/update; {\"id\":1,\"variants\":{}}; WRONG_TYPE",
                "products/update; {\"id\":1,\"updated_at\":\"soon\"}; WRONG_TYPE",
                "products/update; {\"id\":1,\"updated_at\":\"+999999-01-01T00:00:00Z\"}; OUT_OF_RANGE",
                "products/update; {\"id\":1,\"variants\":[{\"id\":2,\"price\":\"1e999999999\"}]}; OUT_OF_RANGE",
                "products/update; {\"id\":1,\"variants\":[{\"id\":2,\"price\":\"free\"}]}; WRONG_TYPE",
                "products/update; {\"id\":1,\"variants\":[{\"id\":2,\"inventory_quantity\":3000000000}]}; OUT_OF_RANGE",
                "products/delete; {\"id\":1,\"title\":\"x\"}; TOPIC_MISMATCH",
                "products/delete; {\"id\":1,\"variants\":[]}; TOPIC_MISMATCH"
            })
    void whatCanNeverBeAppliedIsPoison(String topic, String body, PoisonReason reason) {
        assertThatThrownBy(() -> read(topic, body == null ? "" : body))
                .asInstanceOf(InstanceOfAssertFactories.type(PoisonException.class))
                .extracting(PoisonException::reason)
                .isEqualTo(reason);
    }

    @Test
    void endlessPriceIsRefusedWithoutReadingIt() {
        String price = "1".repeat(7_000_000);

        assertThatThrownBy(() ->
                        read("products/update", "{\"id\":1,\"variants\":[{\"id\":2,\"price\":\"" + price + "\"}]}"))
                .hasMessageContaining("digits");
    }

    private static boolean incomplete(Change change) {
        return Boolean.TRUE.equals(change.row().value(MirrorTable.INCOMPLETE));
    }

    private static Change read(String topic, String body) {
        byte[] bytes = body.getBytes(UTF_8);
        return ChangeReader.read(
                new WebhookEvent(
                        "acme.myshopify.com",
                        topic,
                        "w-1",
                        null,
                        TRIGGERED,
                        TRIGGERED.plusSeconds(1),
                        EventSource.WEBHOOK,
                        false,
                        bytes),
                "w-1",
                JsonBody.parse(bytes));
    }
}
