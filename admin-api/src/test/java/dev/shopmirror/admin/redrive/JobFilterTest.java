package dev.shopmirror.admin.redrive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

import dev.shopmirror.admin.ledger.DeliveryFilter;
import dev.shopmirror.admin.ledger.DeliveryKey;
import dev.shopmirror.admin.ledger.LedgerPosition;
import dev.shopmirror.admin.ledger.Outcome;
import dev.shopmirror.admin.ledger.Selection;

class JobFilterTest {

    private static final Instant NOON = Instant.parse("2026-10-01T12:00:00.000001Z");

    @Test
    void selectionComesBackFromWhatAJobRemembers() {
        Selection narrow = new Selection(
                Optional.of(List.of("acme.myshopify.com")),
                new DeliveryFilter(
                        UUID.randomUUID(),
                        "acme.myshopify.com",
                        "products/update",
                        Outcome.IGNORED,
                        List.of("unknown_store", "inactive_store"),
                        4711L,
                        NOON,
                        NOON.plusSeconds(1)));
        Selection wide = new Selection(
                Optional.empty(), new DeliveryFilter(null, null, null, Outcome.DEAD_LETTERED, null, null, null, null));

        assertThat(JobFilter.selection(stored(JobFilter.of(narrow)))).isEqualTo(narrow);
        assertThat(JobFilter.selection(stored(JobFilter.of(wide)))).isEqualTo(wide);
    }

    @Test
    void noShopAtAllIsNotEveryShop() {
        Selection none = new Selection(
                Optional.of(List.of()),
                new DeliveryFilter(null, null, null, Outcome.DEAD_LETTERED, null, null, null, null));

        assertThat(JobFilter.selection(stored(JobFilter.of(none))).shopDomains())
                .contains(List.of());
    }

    @Test
    void positionComesBackToTheMicrosecond() {
        LedgerPosition position =
                new LedgerPosition(NOON, new DeliveryKey("acme.myshopify.com", "products/update", "b54557e4"));

        assertThat(JobFilter.position(stored(JobFilter.of(position)))).contains(position);
        assertThat(JobFilter.position(null)).isEmpty();
    }

    @Test
    void jobReachesNothingThatWasSettledAfterItWasAskedFor() {
        Selection open = new Selection(
                Optional.empty(), new DeliveryFilter(null, null, null, Outcome.DEAD_LETTERED, null, null, null, null));

        Selection bounded = open.before(NOON);

        assertThat(bounded.filter().to()).isEqualTo(NOON);
        assertThat(bounded.before(NOON.plusSeconds(1)).filter().to()).isEqualTo(NOON);
    }

    private static JsonObject stored(JsonObject json) {
        return new JsonObject(json.encode());
    }
}
