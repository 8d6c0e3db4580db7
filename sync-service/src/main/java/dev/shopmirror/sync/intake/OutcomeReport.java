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
import dev.shopmirror.sync.delivery.IgnoreReason;
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
        settled.forEach(this::tryReport);
    }

    /** What is committed stays committed, whatever a log or a meter makes of it. */
    private void tryReport(Settled settled) {
        try {
            report(settled);
        } catch (RuntimeException e) {
            LOG.error("An outcome could not be reported", e);
        }
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
        String which = "shop=%s topic=%s webhookId=%s resourceId=%s"
                .formatted(
                        event.shopDomain(),
                        event.topic(),
                        settled.delivery().id(),
                        settled.delivery().resourceId());
        switch (outcome.kind()) {
            case APPLIED -> logApplied(settled, event.topic(), which);
            case STALE -> LOG.debugf("A newer state is there already %s", which);
            case IGNORED -> LOG.infof("%s, webhook ignored %s reason=%s", ignored(outcome), which, outcome.reason());
            case DEAD_LETTERED ->
                LOG.errorf("Dead-lettered %s reason=%s error=%s", which, outcome.reason(), outcome.error());
        }
    }

    private static String ignored(Outcome outcome) {
        return IgnoreReason.UNKNOWN_STORE.code().equals(outcome.reason()) ? "Store not found" : "Nothing to do";
    }

    private static void logApplied(Settled settled, String topic, String which) {
        Change change = settled.delivery().change();
        if (change == null) {
            LOG.infof("Successfully processed %s webhook %s", topic, which);
            return;
        }
        long id = change.key().id();
        if (change.key().table() != MirrorTable.PRODUCT) {
            LOG.infof("Successfully processed %s webhook for item: %d %s", topic, id, which);
            return;
        }
        if (!change.deletion()) {
            LOG.infof(
                    "Upserted product %d with %d variants %s",
                    id, settled.delivery().variants(), which);
        }
        LOG.infof("Successfully processed %s webhook for product: %d %s", topic, id, which);
    }
}
