package dev.shopmirror.admin.replay;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

import dev.shopmirror.admin.kafka.EventPublisher;
import dev.shopmirror.admin.kafka.KafkaRecords;
import dev.shopmirror.admin.ledger.DeliveryKey;
import dev.shopmirror.admin.ledger.StoredDelivery;
import dev.shopmirror.admin.problem.Problem;
import dev.shopmirror.admin.problem.ProblemException;

/**
 * Sends deliveries through sync-service once more. Kafka's clients block, so all of it runs on worker threads; it fails
 * with {@link Problem#KAFKA_UNAVAILABLE} while the brokers do not answer.
 */
@ApplicationScoped
public class Replay {

    /** While Kafka is away each look takes a worker thread for seconds, and redrives need some too. */
    private static final int LOOKS_AT_ONCE = 8;

    private final Semaphore looks = new Semaphore(LOOKS_AT_ONCE);
    private final Bodies bodies;
    private final KafkaRecords records;
    private final EventPublisher publisher;
    private final Counter published;
    private final Counter gone;

    Replay(Bodies bodies, KafkaRecords records, EventPublisher publisher, MeterRegistry metrics) {
        this.bodies = bodies;
        this.records = records;
        this.publisher = publisher;
        this.published = Counter.builder("shopmirror.redrive.published")
                .description("Deliveries published once more")
                .register(metrics);
        this.gone = Counter.builder("shopmirror.redrive.gone")
                .description("Deliveries that were to be redriven and whose bodies Kafka no longer has")
                .register(metrics);
    }

    /** Completes when Kafka has acknowledged all whose bodies are there. A failure may leave some of them published. */
    public Uni<Replayed> publish(List<StoredDelivery> deliveries) {
        return Uni.createFrom()
                .item(() -> publishNow(deliveries))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    /** Whether Kafka still has the body; null when it does not answer, or too many ask at once. */
    public Uni<Boolean> hasBody(StoredDelivery delivery) {
        return Uni.createFrom()
                .item(() -> hasBodyNow(delivery))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    /** Completes when the brokers answer. */
    public Uni<Void> requireReachable() {
        return Uni.createFrom()
                .voidItem()
                .invoke(records::requireReachable)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private Replayed publishNow(List<StoredDelivery> deliveries) {
        Set<DeliveryKey> sent = new HashSet<>();
        bodies.read(deliveries, found -> publish(found, sent));
        gone.increment(deliveries.size() - sent.size());
        return new Replayed(sent.size(), deliveries.size() - sent.size());
    }

    private void publish(List<Bodies.Body> found, Set<DeliveryKey> sent) {
        publisher.publish(found.stream()
                .map(body -> ReplayRecord.of(body.delivery().key(), body.record()))
                .toList());
        found.forEach(body -> sent.add(body.delivery().key()));
        published.increment(found.size());
    }

    private Boolean hasBodyNow(StoredDelivery delivery) {
        if (!looks.tryAcquire()) {
            return null;
        }
        Set<DeliveryKey> found = new HashSet<>();
        try {
            bodies.read(List.of(delivery), some -> found.add(delivery.key()));
        } catch (ProblemException kafkaIsAway) {
            return null;
        } finally {
            looks.release();
        }
        return !found.isEmpty();
    }
}
