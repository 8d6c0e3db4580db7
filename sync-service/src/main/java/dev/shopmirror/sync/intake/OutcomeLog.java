package dev.shopmirror.sync.intake;

import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;

import dev.shopmirror.event.WebhookEvent;
import dev.shopmirror.sync.change.Change;
import dev.shopmirror.sync.delivery.Delivery;
import dev.shopmirror.sync.delivery.IgnoreReason;
import dev.shopmirror.sync.delivery.Outcome;
import dev.shopmirror.sync.delivery.Settled;
import dev.shopmirror.sync.table.MirrorTable;

/** What the log says of a delivery. Nothing is written together for a level that is off. */
final class OutcomeLog {

    private static final Logger LOG = Logger.getLogger("dev.shopmirror.sync.delivery");

    private OutcomeLog() {}

    static void log(Settled settled) {
        Outcome outcome = settled.outcome();
        if (!LOG.isEnabled(level(outcome))) {
            return;
        }
        String which = which(settled.delivery());
        switch (outcome.kind()) {
            case APPLIED -> logApplied(settled.delivery(), which);
            case STALE -> logStale(outcome, which);
            case IGNORED -> LOG.infof("%s, webhook ignored %s reason=%s", ignored(outcome), which, outcome.reason());
            case DEAD_LETTERED ->
                LOG.errorf("Dead-lettered %s reason=%s error=%s", which, outcome.reason(), outcome.error());
        }
    }

    private static Level level(Outcome outcome) {
        return switch (outcome.kind()) {
            case APPLIED, IGNORED -> Level.INFO;
            case STALE -> outcome.equals(Outcome.NOT_UNINSTALLED) ? Level.WARN : Level.DEBUG;
            case DEAD_LETTERED -> Level.ERROR;
        };
    }

    private static void logStale(Outcome outcome, String which) {
        if (outcome.equals(Outcome.NOT_UNINSTALLED)) {
            LOG.warnf(
                    "Shopify wants this shop erased, but its store was not uninstalled for a day: delete the store "
                            + "if that is right %s",
                    which);
        } else {
            LOG.debugf("A newer state is there already %s", which);
        }
    }

    private static String which(Delivery delivery) {
        WebhookEvent event = delivery.event();
        return "shop=" + event.shopDomain() + " topic=" + event.topic() + " webhookId=" + delivery.id() + " resourceId="
                + delivery.resourceId();
    }

    private static String ignored(Outcome outcome) {
        return IgnoreReason.UNKNOWN_STORE.code().equals(outcome.reason()) ? "Store not found" : "Nothing to do";
    }

    private static void logApplied(Delivery delivery, String which) {
        Change change = delivery.change();
        String topic = delivery.event().topic();
        if (change == null) {
            LOG.infof("Successfully processed %s webhook %s", topic, which);
            return;
        }
        long id = change.key().id();
        if (change.key().table() != MirrorTable.PRODUCT) {
            String what = change.key().table() == MirrorTable.LOCATION ? "location" : "item";
            LOG.infof("Successfully processed %s webhook for %s: %d %s", topic, what, id, which);
            return;
        }
        if (!change.deletion()) {
            LOG.infof("Upserted product %d with %d variants %s", id, delivery.variants(), which);
        }
        LOG.infof("Successfully processed %s webhook for product: %d %s", topic, id, which);
    }
}
