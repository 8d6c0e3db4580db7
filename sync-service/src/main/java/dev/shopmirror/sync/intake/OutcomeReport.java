package dev.shopmirror.sync.intake;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import org.jboss.logging.Logger;

import dev.shopmirror.event.WebhookEvent;
import dev.shopmirror.sync.change.Change;
import dev.shopmirror.sync.delivery.Outcome;
import dev.shopmirror.sync.delivery.Settled;
import dev.shopmirror.sync.table.MirrorTable;

/** Tells logs and metrics what became of deliveries, once it is committed. */
@ApplicationScoped
class OutcomeReport {

    private static final Logger LOG = Logger.getLogger("dev.shopmirror.sync.delivery");

    private final MeterRegistry metrics;
    private final Clock clock = Clock.systemUTC();

    OutcomeReport(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    void report(List<Settled> settled) {
        settled.forEach(this::report);
    }

    private void report(Settled settled) {
        Outcome outcome = settled.outcome();
        WebhookEvent event = settled.delivery().event();
        metrics.counter(
                        "shopmirror.deliveries",
                        "outcome",
                        outcome.kind().name().toLowerCase(Locale.ROOT),
                        "reason",
                        outcome.reason() == null ? "" : outcome.reason(),
                        "source",
                        event.source().headerValue())
                .increment();
        metrics.timer("shopmirror.deliveries.latency").record(Duration.between(event.receivedAt(), clock.instant()));
        log(settled, event, outcome);
    }

    private static void log(Settled settled, WebhookEvent event, Outcome outcome) {
        switch (outcome.kind()) {
            case APPLIED -> logApplied(settled, event);
            case STALE ->
                LOG.debugf(
                        "A newer state is there already: shop=%s topic=%s webhookId=%s resourceId=%d",
                        event.shopDomain(),
                        event.topic(),
                        settled.delivery().id(),
                        settled.delivery().resourceId());
            case IGNORED ->
                LOG.infof(
                        "%s, webhook ignored: shop=%s topic=%s webhookId=%s reason=%s",
                        "unknown_store".equals(outcome.reason()) ? "Store not found" : "Nothing to do",
                        event.shopDomain(),
                        event.topic(),
                        settled.delivery().id(),
                        outcome.reason());
            case DEAD_LETTERED ->
                LOG.errorf(
                        "Dead-lettered: shop=%s topic=%s webhookId=%s reason=%s error=%s",
                        event.shopDomain(), event.topic(), settled.delivery().id(), outcome.reason(), outcome.error());
        }
    }

    private static void logApplied(Settled settled, WebhookEvent event) {
        Change change = settled.delivery().change();
        if (change.key().table() == MirrorTable.PRODUCT) {
            if (change.deletion()) {
                LOG.infof("Deleted product %d", change.key().id());
            } else {
                LOG.infof(
                        "Upserted product %d with %d variants",
                        change.key().id(), settled.delivery().variants());
            }
            LOG.infof(
                    "Successfully processed %s webhook for product: %d",
                    event.topic(), change.key().id());
        } else {
            LOG.infof(
                    "Successfully processed %s webhook for item: %d",
                    event.topic(), change.key().id());
        }
    }
}
