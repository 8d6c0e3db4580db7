package dev.shopmirror.sync.delivery;

import java.util.Map;
import java.util.Optional;

import dev.shopmirror.event.EventTopics;
import dev.shopmirror.event.WebhookEvent;
import dev.shopmirror.sync.payload.StoreEventReader;
import dev.shopmirror.sync.store.KnownStore;
import dev.shopmirror.sync.table.PoisonException;
import dev.shopmirror.sync.table.PoisonReason;

/** Which deliveries are settled before anything is written. */
final class Triage {

    /** Shop of the samples that Shopify's command line sends. */
    private static final String SAMPLE_SHOP = "shop.myshopify.com";

    private Triage() {}

    /** The outcome of a delivery that changes nothing; empty when it is to be applied. */
    static Optional<Outcome> settle(Delivery delivery, Map<String, KnownStore> stores) {
        KnownStore store = stores.get(delivery.event().shopDomain());
        Optional<Outcome> ignored = ignoreReason(delivery, store).map(Outcome::ignored);
        return ignored.isPresent() ? ignored : poison(delivery, store).map(Outcome::deadLettered);
    }

    private static Optional<IgnoreReason> ignoreReason(Delivery delivery, KnownStore store) {
        if (isTest(delivery.event())) {
            return Optional.of(IgnoreReason.TEST);
        }
        if (store == null) {
            return Optional.of(IgnoreReason.UNKNOWN_STORE);
        }
        if (!isOpenTo(store, delivery.event().topic())) {
            return Optional.of(IgnoreReason.INACTIVE_STORE);
        }
        return delivery.isHandled() ? Optional.empty() : Optional.of(IgnoreReason.UNHANDLED_TOPIC);
    }

    private static boolean isTest(WebhookEvent event) {
        return event.test()
                || event.shopDomain().equals(SAMPLE_SHOP)
                || event.topic().equals(EventTopics.TEST);
    }

    /** What is told of the shop itself concerns a store that is uninstalled or switched off just as well. */
    private static boolean isOpenTo(KnownStore store, String topic) {
        return store.isMirrored() || StoreEventReader.handles(topic) && !store.isRedacted();
    }

    private static Optional<PoisonException> poison(Delivery delivery, KnownStore store) {
        if (delivery.storeEvent() != null && delivery.storeEvent().isOfAnother(store)) {
            return Optional.of(new PoisonException(PoisonReason.SHOP_MISMATCH, "The body names another shop"));
        }
        return Optional.ofNullable(delivery.poison());
    }
}
