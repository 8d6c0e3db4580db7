package dev.shopmirror.admin.redrive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

import dev.shopmirror.admin.ledger.DeliveryKey;

class RedriveJobViewTest {

    private static final Instant NOON = Instant.parse("2026-10-01T12:00:00Z");

    @Test
    void whatWasAskedForIsShownAndTheTokensLimitsAreNot() {
        JsonObject filter = new JsonObject()
                .put("topic", "products/update")
                .put(JobFilter.SHOP_DOMAINS, new JsonArray().add("acme.myshopify.com"));

        RedriveJobView view = RedriveJobView.of(job(filter));

        assertThat(view.filter()).isEqualTo(Map.of("topic", "products/update"));
        assertThat(view.total()).isEqualTo(3);
        assertThat(view.published()).isEqualTo(2);
        assertThat(view.gone()).isEqualTo(1);
        assertThat(view.requestedBy()).isEqualTo("olga");
    }

    @Test
    void redriveOfOneShowsItsId() {
        DeliveryKey key = new DeliveryKey("acme.myshopify.com", "products/update", "b54557e4");

        assertThat(RedriveJobView.of(job(JobFilter.of(key))).filter()).isEqualTo(Map.of("id", key.id()));
    }

    private static RedriveJob job(JsonObject filter) {
        return new RedriveJob(
                UUID.randomUUID(), "olga", NOON, filter, "done", 3, 2, 1, Optional.empty(), null, NOON, NOON);
    }
}
