package dev.shopmirror.sync.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import dev.shopmirror.event.WebhookEvent;
import dev.shopmirror.sync.delivery.Settled;

/** Tells logs and metrics what became of deliveries, once it is committed. */
@ApplicationScoped
class OutcomeReport {

    private static final Logger LOG = Logger.getLogger(OutcomeReport.class);

    private final OutcomeMeters meters;
    private final Clock clock = Clock.systemUTC();

    OutcomeReport(OutcomeMeters meters) {
        this.meters = meters;
    }

    void report(List<Settled> settled) {
        Instant committed = clock.instant();
        settled.forEach(one -> tryReport(one, committed));
    }

    /** What is committed stays committed, whatever a log or a meter makes of it. */
    private void tryReport(Settled settled, Instant committed) {
        try {
            WebhookEvent event = settled.delivery().event();
            meters.record(settled.outcome(), event.source(), Duration.between(event.receivedAt(), committed));
            if (settled.delivery().nulRemoved()) {
                meters.countNulRemoved();
            }
            OutcomeLog.log(settled);
        } catch (RuntimeException e) {
            LOG.error("An outcome could not be reported", e);
        }
    }
}
