package dev.shopmirror.ingest.publishing;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Hands events to Kafka. */
@Singleton
public class EventPublisher {

    private final ProducerSlot slot;
    private final Timer acknowledgements;

    EventPublisher(ProducerSlot slot, MeterRegistry meters) {
        this.slot = slot;
        this.acknowledgements = Timer.builder("shopmirror.ingest.publish")
                .description("From handing an event to Kafka to its acknowledgement by all in-sync replicas")
                .serviceLevelObjectives(
                        Duration.ofMillis(5),
                        Duration.ofMillis(10),
                        Duration.ofMillis(25),
                        Duration.ofMillis(50),
                        Duration.ofMillis(100),
                        Duration.ofMillis(250),
                        Duration.ofMillis(1000),
                        Duration.ofMillis(2500))
                .register(meters);
    }

    /**
     * Sends without ever blocking, and completes on a thread of Kafka's once all in-sync replicas have the event.
     *
     * @return fails with {@link NotPublishedException} when Kafka cannot take it or did not acknowledge in time
     */
    public Uni<Void> publish(ProducerRecord<String, byte[]> event) {
        return Uni.createFrom().emitter(answer -> send(event, answer));
    }

    private void send(ProducerRecord<String, byte[]> event, UniEmitter<? super Void> answer) {
        Optional<Producer<String, byte[]>> current = slot.current();
        if (current.isEmpty()) {
            answer.fail(new NotPublishedException("Kafka has not been reached yet"));
            return;
        }
        Producer<String, byte[]> producer = current.get();
        long sentAt = System.nanoTime();
        try {
            var unused = producer.send(event, (metadata, failure) -> {
                if (failure == null) {
                    acknowledged(answer, sentAt);
                } else {
                    slot.failedWith(producer, failure);
                    fail(answer, failure);
                }
            });
        } catch (RuntimeException refusal) {
            slot.refusedWith(producer, refusal);
            fail(answer, refusal);
        }
    }

    private void acknowledged(UniEmitter<? super Void> answer, long sentAt) {
        acknowledgements.record(System.nanoTime() - sentAt, TimeUnit.NANOSECONDS);
        answer.complete(null);
    }

    private static void fail(UniEmitter<? super Void> answer, Exception failure) {
        answer.fail(new NotPublishedException(failure.getClass().getSimpleName() + ": " + failure.getMessage()));
    }
}
