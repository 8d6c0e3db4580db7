package dev.shopmirror.sync.delivery;

import java.util.Map;
import java.util.Optional;

import dev.shopmirror.event.WebhookEvent;
import dev.shopmirror.sync.payload.ChangeReader;

/** Which deliveries are settled before anything is written. */
final class Triage {

    /** Shop of the samples that Shopify's command line sends. */
    private static final String SAMPLE_SHOP = "shop.myshopify.com";

    private static final String TEST_TOPIC = "shopmirror/test";

    private Triage() {}

    /** The outcome of a delivery that changes nothing; empty when it is to be applied. */
    static Optional<Outcome> settle(Delivery delivery, Map<String, KnownStore> stores) {
        Optional<Outcome> ignored = ignoreReason(
                        delivery.event(), stores.get(delivery.event().shopDomain()))
                .map(Outcome::ignored);
        return ignored.isPresent() ? ignored : poisonOutcome(delivery);
    }

    private static Optional<IgnoreReason> ignoreReason(WebhookEvent event, KnownStore store) {
        if (event.test()
                || event.shopDomain().equals(SAMPLE_SHOP)
                || event.topic().equals(TEST_TOPIC)) {
            return Optional.of(IgnoreReason.TEST);
        }
        if (store == null) {
            return Optional.of(IgnoreReason.UNKNOWN_STORE);
        }
        if (!store.active()) {
            return Optional.of(IgnoreReason.INACTIVE_STORE);
        }
        return ChangeReader.handles(event.topic()) ? Optional.empty() : Optional.of(IgnoreReason.UNHANDLED_TOPIC);
    }

    private static Optional<Outcome> poisonOutcome(Delivery delivery) {
        return Optional.ofNullable(delivery.poison())
                .map(poison -> Outcome.deadLettered(poison.reason().code(), poison.getMessage()));
    }
}
