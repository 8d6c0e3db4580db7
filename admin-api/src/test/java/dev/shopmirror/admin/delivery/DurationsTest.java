package dev.shopmirror.admin.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import dev.shopmirror.admin.kafka.RecordPosition;
import dev.shopmirror.admin.ledger.DeliveryKey;
import dev.shopmirror.admin.ledger.Outcome;
import dev.shopmirror.admin.ledger.StoredDelivery;

class DurationsTest {

    private static final Instant RECEIVED = Instant.parse("2026-10-01T12:00:00Z");

    @Test
    void stepsAreMeasuredInMilliseconds() {
        assertThat(of(RECEIVED.minusMillis(250))).isEqualTo(new Durations(250L, 40, 290L));
    }

    @Test
    void clockThatIsAheadShowsAsItIs() {
        assertThat(of(RECEIVED.plusMillis(100))).isEqualTo(new Durations(-100L, 40, -60L));
    }

    @Test
    void beginningThatShopifyDidNotSayIsUnknown() {
        assertThat(of(null)).isEqualTo(new Durations(null, 40, null));
    }

    @Test
    void deliveryWithoutAResourceShowsNone() {
        DeliveryView view = DeliveryView.of(delivery(null));

        assertThat(view.resourceId()).isNull();
        assertThat(view.bodyInKafka()).isNull();
        assertThat(view.outcome()).isEqualTo("applied");
        assertThat(DeliveryKey.parse(view.id())).contains(delivery(null).key());
    }

    private static Durations of(Instant triggeredAt) {
        return Durations.of(delivery(triggeredAt));
    }

    private static StoredDelivery delivery(Instant triggeredAt) {
        return new StoredDelivery(
                new DeliveryKey("acme.myshopify.com", "products/update", "b54557e4"),
                null,
                null,
                null,
                triggeredAt,
                RECEIVED,
                RECEIVED.plusMillis(40),
                Outcome.APPLIED,
                null,
                null,
                1,
                0,
                "webhook",
                new RecordPosition("shopify.webhooks", 3, 17));
    }
}
