package dev.shopmirror.admin.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.shopmirror.admin.paging.Conditions;
import dev.shopmirror.admin.paging.Cursor;
import dev.shopmirror.admin.problem.ProblemException;

class LedgerQueriesTest {

    private static final Instant NOON = Instant.parse("2026-10-01T12:00:00.000001Z");
    private static final DeliveryFilter ANY = new DeliveryFilter(null, null, null, null, null, null, null, null);

    @Test
    void nothingAskedIsNoCondition() {
        assertThat(LedgerQueries.matching(new Selection(Optional.empty(), ANY)).where())
                .isEmpty();
    }

    @Test
    void noShopIsNoneAndNotAll() {
        Conditions none = LedgerQueries.matching(new Selection(Optional.of(List.of()), ANY));

        assertThat(none.where()).isEqualTo("WHERE d.shop_domain = ANY($1)");
        assertThat(none.values().getArrayOfStrings(0)).isEmpty();
    }

    @Test
    void everyConditionHolds() {
        DeliveryFilter filter = new DeliveryFilter(
                null,
                null,
                "products/update",
                Outcome.IGNORED,
                List.of("inactive_store"),
                4711L,
                NOON,
                NOON.plusSeconds(1));

        Conditions conditions =
                LedgerQueries.matching(new Selection(Optional.of(List.of("acme.myshopify.com")), filter));

        assertThat(conditions.where())
                .isEqualTo("WHERE d.shop_domain = $1 AND d.outcome = 'ignored' AND d.reason = $2 AND d.topic = $3"
                        + " AND d.resource_id = $4 AND d.committed_at >= $5 AND d.committed_at < $6");
        assertThat(conditions.values().getString(0)).isEqualTo("acme.myshopify.com");
        assertThat(conditions.values().getOffsetDateTime(4).toInstant()).isEqualTo(NOON);
    }

    @Test
    void anyOfSeveralReasonsWillDo() {
        Conditions conditions =
                LedgerQueries.matching(new Selection(Optional.empty(), ANY.withReasons(List.of("a", "b"))));

        assertThat(conditions.where()).isEqualTo("WHERE d.reason = ANY($1)");
        assertThat(conditions.values().getArrayOfStrings(0)).containsExactly("a", "b");
    }

    @Test
    void pageGoesOnAfterItsCursor() {
        DeliveryKey key = new DeliveryKey("acme.myshopify.com", "products/update", "b54557e4");
        String cursor = encoded(Cursor.key(NOON, key.shopDomain(), key.topic(), key.webhookId()));

        assertThat(LedgerQueries.position(cursor)).contains(new LedgerPosition(NOON, key));
        assertThat(LedgerQueries.position(null)).isEmpty();
        assertThatThrownBy(() -> LedgerQueries.position(encoded(Cursor.key("noon", "a", "b", "c"))))
                .isInstanceOf(ProblemException.class);
    }

    private static String encoded(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }
}
