package dev.shopmirror.ingest.publishing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/** Looks after the connection on a thread of its own, so that no request ever waits for it. */
final class KafkaWatch {

    private static final Logger LOG = Logger.getLogger(KafkaWatch.class);

    /** Lasts for a look or two after the start: nothing to warn of. */
    private static final String CONNECTING = "The producer is still connecting";

    /** Nothing that a look waits for takes longer, but for names that nobody resolves. */
    private static final Duration LAST_LOOK = Duration.ofSeconds(2);

    /** What the last look found. */
    record State(boolean reachable, String reason, Instant since) {}

    private final ProducerSlot slot;
    private final BrokerProbe probe;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "kafka-watch"));
    private volatile State state = new State(false, "Not asked yet", Instant.now());

    KafkaWatch(ProducerSlot slot, BrokerProbe probe) {
        this.slot = slot;
        this.probe = probe;
    }

    State state() {
        return state;
    }

    void start(Duration interval) {
        var unused = thread.scheduleWithFixedDelay(this::look, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Ends the watch and lets records on their way arrive. */
    void stop(Duration patience) {
        thread.shutdownNow();
        awaitLastLook(); // which could put a new producer into the closed slot
        slot.close(patience);
        probe.close();
    }

    void look() {
        Optional<String> obstacle = obstacle();
        State before = state;
        if (before.reachable == obstacle.isEmpty() && before.reason.equals(obstacle.orElse(""))) {
            return;
        }
        state = new State(obstacle.isEmpty(), obstacle.orElse(""), Instant.now());
        if (state.reachable) {
            LOG.info("Kafka is reachable: webhooks are taken");
        } else if (!state.reason.equals(CONNECTING)) {
            LOG.warnf("Kafka is not reachable, webhooks are refused with 503: %s", state.reason);
        }
    }

    private void awaitLastLook() {
        try {
            if (!thread.awaitTermination(LAST_LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("Looking after the Kafka connection has not ended in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<String> obstacle() {
        try {
            slot.maintain();
            boolean known = slot.knowsPartitions();
            probe.requireWritableTopic();
            return known || slot.knowsPartitions() ? Optional.empty() : Optional.of(CONNECTING);
        } catch (KafkaException e) {
            return Optional.of(rootMessage(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("Shutting down");
        } catch (RuntimeException e) {
            // a scheduled task that throws is never run again
            LOG.error("Looking after the Kafka connection failed", e);
            return Optional.of(rootMessage(e));
        }
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + ": " + root.getMessage();
    }
}
